"""Commands: train a configuration to a pack, put runs side by side."""

from __future__ import annotations

import json
import os
import re
import statistics
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ..core.errors import InputError
from ..core.models.packs import load_pack
from .config import TrainingConfig, load_config
from .packs.export import export_pack
from .packs.model_card import add_card
from .smoke_test import draw_pairs, report_needs, smoke_test_config
from .trainer.checkpoints import NAME as CHECKPOINT
from .trainer.setup import DATA_VARIABLE, build_trainer, data_folder

CONFIGS = Path(__file__).parent / "configs"
EVALUATION = "evaluation.json"
PACK = "pack"
_BEGUN = re.compile(r"data|vocab\.json|\.vocab\.json\.\w+\.tmp")
"""What a run writes before its configuration: it was stopped there, or another process of it is faster than this."""
Say = Callable[[str], None]
_NO_WORDS = "Words and change flag are untrained: only the masks mean something (`default_words` goes on from here)."


def train(
    config: str,
    *,
    settings: Sequence[str] = (),
    init_from: str | None = None,
    data: Path | None = None,
    output: Path | None = None,
    smoke_test: bool = False,
    say: Say = print,
) -> Path:
    """Train to the end, export the pack and measure it on the validation pairs.

    Args:
        config: YAML file, or the name of one of `training/configs`.
        settings: `key=value` changes.
        init_from: pack to fine-tune.
        data: data folder.
        output: run folder; `runs/<file>-seed<seed>` if left out, after the configuration's file: several runs that
            make one pack in turn have its name in common. A run that stopped there goes on.
        smoke_test: run for a few steps on a small set drawn for the purpose, and say what the full run needs.
        say: takes lines of progress.

    Returns:
        Folder of the pack.

    Raises:
        InputError: no such configuration, data or pack.
    """
    file = find_config(config)
    loaded = load_config(file, read_settings(settings), say)
    full, wanted = loaded, data
    if smoke_test:
        loaded = smoke_test_config(full)
    folder = output or Path("runs") / f"{file.stem}{'-smoke-test' if smoke_test else ''}-seed{loaded.seed}"
    if int(os.environ.get("RANK", "0")):  # of several processes started by torchrun one speaks
        say = _silent
    old = load_pack(init_from) if init_from else None
    if int(os.environ.get("RANK", "0")) == 0:  # the first process fills the folder while the others start
        check_run_folder(folder, [path for path in (data, old.path if old else None) if path is not None])
    if smoke_test:
        data = folder / "data"
        say(f"drawing pairs into {draw_pairs(data)}")
    trainer = build_trainer(loaded, folder, data, old, say)
    trainer.fit(bar=True)
    if not trainer.is_rank_zero:
        return folder / PACK
    root = data_folder(loaded, data)
    pack = export_pack(folder, folder / PACK, root)
    say(f"pack: {pack.path}")
    if loaded.masks_only and not loaded.train_mask_head_of:
        add_card(pack, {}, (*loaded.limitations, _NO_WORDS))
    elif loaded.validation is not None:
        evaluate_run(folder, loaded, root)
        say(f"measured on {loaded.validation.path}, split '{loaded.validation.split}': {folder / EVALUATION}")
    else:
        add_card(pack, {}, loaded.limitations)
    if smoke_test:
        for line in report_needs(full, trainer, wanted or Path(os.environ.get(DATA_VARIABLE) or full.data_root)):
            say(line)
    return folder / PACK


def check_run_folder(folder: Path, sources: Sequence[Path]) -> None:
    """Refuse a run folder in which something else would be written over.

    Args:
        folder: of the run, new or as an earlier start of it left it.
        sources: folders that are read: the data, the pack to start from.

    Raises:
        InputError: it is one of them, or a file, a link, or a folder that no run has made.
    """
    for source in sources:
        if os.path.realpath(folder) == os.path.realpath(source):
            raise InputError(f"{folder} is read by this very command; give the run another folder (-o).")
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise InputError(f"{folder} is a file or a link; give the run another folder (-o).")
    if not folder.is_dir() or not any(folder.iterdir()):
        return
    if not any((folder / name).is_file() for name in ("config.json", CHECKPOINT)):
        if all(_BEGUN.fullmatch(entry.name) for entry in folder.iterdir()):
            return
        raise InputError(f"{folder} holds other files than those of a run; give the run another folder (-o).")
    if (folder / "config.json").is_file():
        try:
            TrainingConfig.model_validate_json((folder / "config.json").read_bytes())
        except ValueError as error:
            raise InputError(
                f"{folder / 'config.json'} is not the configuration of a run of this version; give the run another "
                "folder (-o)."
            ) from error


def evaluate_run(folder: Path, config: TrainingConfig, data: Path) -> dict[str, Any]:
    """Measure the run's pack on its validation pairs; the table goes into the run folder, the figures onto the card."""
    from .evaluation.evaluate import evaluate_pack

    if config.validation is None:
        raise InputError(f"the configuration of {folder} names no validation pairs")
    source = config.validation
    pack = load_pack(folder / PACK)
    table = evaluate_pack(pack, data / source.path, source.split)
    (folder / EVALUATION).write_text(json.dumps(table, indent=1), encoding="utf-8")
    command = f"describe-changes evaluate {config.name} --data {source.path} --split {source.split}"
    add_card(pack, {command: table}, config.limitations)
    return table


def compare(runs: Sequence[Path], baseline: str | None = None) -> dict[str, Any]:
    """Figures of several runs, mean ± standard deviation over the seeds of each configuration.

    Args:
        runs: run folders.
        baseline: name of a configuration among them; all others then also get their differences from it, of runs with
            the same seed: mean ± standard deviation, and one by one in the order of the seeds.

    Returns:
        Per configuration name: number of seeds and `mean ± sd` of the headline figures; with `baseline` also
        `minus NAME` with the paired differences.

    Raises:
        InputError: a folder is no finished run, or the differences cannot be paired.
    """
    tables: dict[str, list[tuple[int, dict[str, float]]]] = {}
    for run in runs:
        try:
            config = json.loads((run / "config.json").read_text(encoding="utf-8"))
            figures = json.loads((run / EVALUATION).read_text(encoding="utf-8"))
        except OSError as error:
            raise InputError(f"{run} is not a finished run: {error.filename} is missing") from error
        tables.setdefault(config["name"], []).append((config["seed"], _headline(figures)))
    table: dict[str, Any] = {
        name: {"seeds": len(rows), **_summary([row for _, row in rows])} for name, rows in tables.items()
    }
    if baseline is not None:
        if baseline not in tables:
            raise InputError(f"no run is called '{baseline}'; there are: {', '.join(sorted(tables))}")
        by_seed = {name: _by_seed(name, rows) for name, rows in tables.items()}
        for name in tables.keys() - {baseline}:
            table[name][f"minus {baseline}"] = _paired(by_seed[name], by_seed[baseline])
    return table


def _headline(figures: dict[str, Any]) -> dict[str, float]:
    wanted = {
        **{f"weights {kind}": count for kind, count in figures.get("weights", {}).items()},
        "changed S*m": figures["changed"].get("S*m"),
        "changed CIDEr-D": figures["changed"].get("CIDEr-D"),
        "all S*m": figures["all"].get("S*m"),
        "change accuracy": figures["change_accuracy"],
        "caption_nll": figures.get("figures", {}).get("caption_loss"),
        "different captions": figures.get("distinct_captions"),
    }
    for name, scores in figures.get("mask", {}).items():
        wanted[f"{name} F1"] = scores.get("f1")
    return {key: float(value) for key, value in wanted.items() if isinstance(value, int | float)}


def _summary(rows: list[dict[str, float]]) -> dict[str, str]:
    return {key: _mean([row[key] for row in rows if key in row], _places(key)) for key in rows[0]}


def _places(key: str) -> int:
    """Decimals of a figure: none of counts of weights, three of fractions and losses, else two."""
    if key.startswith("weights"):
        return 0
    return 3 if key in ("change accuracy", "caption_nll") or key.endswith(" F1") else 2


def _mean(values: list[float], places: int, sign: str = "") -> str:
    spread = f" ± {statistics.stdev(values):.{places}f}" if len(values) > 1 else ""
    return f"{statistics.fmean(values):{sign}.{places}f}{spread}"


def _by_seed(name: str, rows: list[tuple[int, dict[str, float]]]) -> dict[int, dict[str, float]]:
    found = dict(rows)
    if len(found) < len(rows):
        raise InputError(f"several runs of '{name}' have the same seed, so that differences cannot be paired")
    return found


def _paired(rows: dict[int, dict[str, float]], base: dict[int, dict[str, float]]) -> dict[str, str] | str:
    """Differences of runs with the same seed, by figure; those of weights say nothing and are left out."""
    seeds = sorted(rows.keys() & base.keys())
    if not seeds:
        return "no seed in common"
    differences: dict[str, str] = {}
    for key in rows[seeds[0]]:
        values = [rows[seed][key] - base[seed][key] for seed in seeds if key in rows[seed] and key in base[seed]]
        if values and not key.startswith("weights"):
            places = _places(key)
            each = " ".join(f"{value:+.{places}f}" for value in values)
            differences[key] = f"{_mean(values, places, '+')} ({each})"
    return differences


def _silent(_line: str) -> None:
    pass


def find_config(config: str) -> Path:
    """Return the file of a configuration, given by its path or by the name of one that ships.

    Raises:
        InputError: there is none.
    """
    path = Path(config)
    if path.is_file():
        return path
    bundled = CONFIGS / f"{config}.yaml"
    if bundled.is_file():
        return bundled
    known = ", ".join(sorted(p.relative_to(CONFIGS).with_suffix("").as_posix() for p in CONFIGS.rglob("*.yaml")))
    raise InputError(f"no configuration '{config}': give a YAML file or one of: {known}")


def read_settings(settings: Sequence[str]) -> dict[str, str]:
    """Return settings by key from texts such as ``schedule.steps=100``.

    Raises:
        InputError: one is no such text.
    """
    pairs = {}
    for setting in settings:
        key, separator, value = setting.partition("=")
        if not separator:
            raise InputError(f"--set {setting}: write it as key=value, e.g. --set schedule.steps=100")
        pairs[key] = value
    return pairs
