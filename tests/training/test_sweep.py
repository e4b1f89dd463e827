"""The comparison's configurations, shrunk, go through a sweep on the tiny tree; finished runs stay as they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from describe_changes.core.errors import InputError
from describe_changes.core.models.captioner import ChangeCaptioner
from describe_changes.core.models.config import CaptionerConfig, EncoderConfig, MaskHeadConfig
from describe_changes.core.models.packs import PackManifest, save_pack
from describe_changes.core.models.vocabulary import Vocabulary
from describe_changes.training import sweep as sweeps
from describe_changes.training.commands import CONFIGS, compare, read_settings
from describe_changes.training.config import InitConfig, ScheduleConfig, TrainingConfig, load_config
from describe_changes.training.data.pairs import TrainingPair
from describe_changes.training.sweep import CAPTIONS_SHIFTED, main, measure_costs, score, sweep
from describe_changes.training.trainer.csv_logger import read_log
from describe_changes.training.trainer.setup import build_trainer
from describe_changes.training.trainer.validation import Described, QuickValidation
from safetensors.torch import load_file, save_file

SYSTEMS = (
    "direct_sub",
    "rdd",
    "rdd_acr",
    "bdam",
    "hasd",
    "hisem",
    "hisem_soft",
    "hisem_published",
    "jfm",
    "jfm_tgcl",
    "dfm",
)
SMALL = [
    "model.dim=16",
    "model.decoder={layers: 1, heads: 2, feedforward: 16}",
    "sources=[{path: levir, split: train}]",
    "validation={path: levir, split: val}",
    "vocabulary={corpus: null, min_count: 1}",
    "augment.cached_views=2",
    "schedule={steps: 2, batch_size: 4, captions_per_pair: 1, warmup_steps: 1, validate_every: 9}",
    "schedule.log_grad_norms_every=1",
]


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack with random weights to take the encoder and the detector from."""
    options = {"embedding_size": 16, "hidden_sizes": [16, 16, 32, 32], "depths": [1] * 4, "layer_type": "basic"}
    config = CaptionerConfig(dim=16, encoder=EncoderConfig(options=options), mask_head=MaskHeadConfig(width=8))
    torch.manual_seed(0)
    words = Vocabulary(["a", "house"])
    manifest = PackManifest(name="encoder", architecture=config)
    return save_pack(tmp_path_factory.mktemp("pack") / "encoder", ChangeCaptioner(config, 6), words, manifest).path


def shrunk(system: str, encoder: Path) -> TrainingConfig:
    own = {"heads": 2, "feedforward": 16, "expert_hidden": 8, "object_vectors": 4, "action_vectors": 2}
    given = load_config(CONFIGS / "comparison" / f"{system}.yaml").model.difference.model_dump()
    settings = [*SMALL, f"init.encoder={encoder}", *(f"model.difference.{k}={v}" for k, v in own.items() if k in given)]
    if system == "dfm":
        settings.append(f"init.detector={encoder}")
    return load_config(CONFIGS / "comparison" / f"{system}.yaml", read_settings(settings))


def test_every_system_of_the_comparison_trains_on_one_bank_and_is_measured(
    encoder: Path, tiny_data: Path, tmp_path: Path
) -> None:
    starts = {"rdd_difference", "rdd_difference_unit", "rdd_difference_zero", "rdd_zero"}
    others = {"base", "detector", "direct_sub_prior", "jfm_prior", *starts}
    assert {path.stem for path in (CONFIGS / "comparison").glob("*.yaml")} == {*SYSTEMS, *others}
    configs = [shrunk(system, encoder) for system in SYSTEMS]
    lines: list[str] = []
    sweep(configs, [0], tmp_path, tiny_data, lines.append)
    assert [line.split("-seed0:")[0] for line in lines] == list(SYSTEMS)
    kinds = sorted(folder.name.split("-")[0] for folder in (tmp_path / "features").iterdir() if folder.is_dir())
    assert kinds == ["dates", "dates", "prior", "prior"]  # of training and validation pairs, once for all systems
    sweep(configs, [0], tmp_path, tiny_data, lines.append)
    assert len(lines) == len(SYSTEMS)
    table = compare(sorted(tmp_path.glob("*-seed*")))
    assert set(table) == set(SYSTEMS)
    assert table["dfm"]["seeds"] == 1
    assert float(table["dfm"]["weights frozen"]) > float(table["jfm"]["weights frozen"]) > 0
    assert {"n2o", "share/v2a"} <= set(read_log(tmp_path / "rdd_acr-seed0"))
    assert {"share/tgcl", "norm/tgcl"} <= set(read_log(tmp_path / "dfm-seed0"))
    told = json.loads((tmp_path / "hisem-seed0" / "captions.json").read_text())
    assert len(told) == 2


def test_one_text_stage_per_seed_is_the_start_of_all_systems(encoder: Path, tiny_data: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "captions.json"
    corpus.write_text(json.dumps({"train": {"a.png": ["a new house is built", "two houses are built"]}}))
    configs = []
    for system in ("direct_sub", "dfm"):
        config = shrunk(system, encoder)
        schedule = config.schedule.model_copy(update={"text_pretrain_steps": 3, "steps": 1})
        vocabulary = config.vocabulary.model_copy(update={"corpus": str(corpus)})
        configs.append(config.model_copy(update={"schedule": schedule, "vocabulary": vocabulary}))
    sweep(configs, [0, 1], tmp_path / "runs", tiny_data, print)
    decoders = sorted((tmp_path / "runs").glob("text-stage-*.safetensors"), key=lambda path: path.stem[-1])
    assert [path.stem.split("-")[-1] for path in decoders] == ["0", "1"]
    assert not list((tmp_path / "runs").glob(".text-*"))
    assert set(compare(sorted((tmp_path / "runs").glob("*-seed*")))) == {"direct_sub", "dfm"}  # only runs are called so
    started = build_trainer(
        configs[0].model_copy(
            update={
                "init": InitConfig(encoder=configs[0].init.encoder, decoder=str(decoders[0])),
                "schedule": ScheduleConfig(steps=1, batch_size=4, captions_per_pair=1),
            }
        ),
        tmp_path / "runs" / "again",
        tiny_data,
    )
    stored = load_file(decoders[0])
    for name, value in started.unwrapped.decoder.state_dict().items():
        assert torch.equal(value, stored[name]), name
    assert "text" not in read_log(tmp_path / "runs" / "dfm-seed0")
    stored = json.loads((tmp_path / "runs" / "dfm-seed0" / "config.json").read_text())
    assert stored["init"]["decoder"] == str(decoders[0])


def test_another_configurations_text_stage_can_be_the_start(encoder: Path, tiny_data: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "captions.json"
    corpus.write_text(json.dumps({"train": {"a.png": ["a new house is built", "two houses are built"]}}))
    first = shrunk("direct_sub", encoder)
    schedule = first.schedule.model_copy(update={"text_pretrain_steps": 3, "steps": 1})
    vocabulary = first.vocabulary.model_copy(update={"corpus": str(corpus)})
    first = first.model_copy(update={"schedule": schedule, "vocabulary": vocabulary})
    slower = schedule.model_copy(update={"learning_rate": 1e-5})
    second = first.model_copy(update={"name": "direct_sub_2", "schedule": slower})
    sweep([first, second], [0], tmp_path / "runs", tiny_data, print, text_stage=first)
    starts = [
        json.loads((tmp_path / "runs" / f"{config.name}-seed0" / "config.json").read_text())["init"]["decoder"]
        for config in (first, second)
    ]
    assert starts[0] == starts[1]
    assert [str(path) for path in (tmp_path / "runs").glob("text-stage-*")] == starts[:1]


def test_a_folder_of_others_stops_a_sweep_before_anything_is_trained(
    encoder: Path, tiny_data: Path, tmp_path: Path
) -> None:
    config = shrunk("direct_sub", encoder)
    mine = tmp_path / f"{config.name}-seed1"
    mine.mkdir()
    (mine / "thesis.txt").write_text("years of work")
    with pytest.raises(InputError, match="holds other files than those of a run"):
        sweep([config], [0, 1], tmp_path, tiny_data)
    assert sorted(path.name for path in tmp_path.rglob("*")) == [mine.name, "thesis.txt"]


def test_shifted_pairs_are_measured_beside_those_that_lie_still(
    encoder: Path, tiny_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[TrainingPair]] = []
    plain = QuickValidation.describe

    def describe(self: QuickValidation, model: ChangeCaptioner, beam: int = 1) -> Described:
        seen.append([pair.loaded() for pair in self.pairs])
        return plain(self, model, beam)

    monkeypatch.setattr(QuickValidation, "describe", describe)
    config = shrunk("direct_sub", encoder)
    sweep([config], [0, 1], tmp_path, tiny_data, print, shifted=8)
    table = json.loads((tmp_path / "direct_sub-seed0" / "evaluation.json").read_text())
    assert set(table["shifted"]) >= {"all", "changed", "change_accuracy"}
    assert len(json.loads((tmp_path / "direct_sub-seed0" / CAPTIONS_SHIFTED).read_text())) == len(seen[0])
    as_is, moved, _, again = seen
    for pair, other, third in zip(as_is, moved, again, strict=True):
        assert (other.captions, other.changed) == (pair.captions, pair.changed)
        assert (other.images[1] == pair.images[1]).all()  # one date moves against the other …
        assert (other.images == third.images).all()  # … and alike for every seed and system
    assert any((other.images[0] != pair.images[0]).any() for pair, other in zip(as_is, moved, strict=True))


def test_settings_are_chosen_on_tiles_that_are_not_trained_on(
    encoder: Path, tiny_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[TrainingConfig] = []
    monkeypatch.setattr(sweeps, "sweep", lambda configs, *others: taken.extend(configs))
    main(["comparison/direct_sub", "--choose", "--data", str(tiny_data), "-o", str(tmp_path)])
    (chosen,) = taken
    plain = load_config(CONFIGS / "comparison" / "direct_sub.yaml")
    (source,) = plain.sources
    assert chosen.sources == plain.sources
    assert chosen.validation is not None
    assert chosen.validation.split == source.split == "train"
    assert chosen.validation.places == source.left_out_places
    assert not chosen.validation.left_out_places
    bare = [f"--set=sources={[{'path': 'levir'}]}".replace("'", "")]
    with pytest.raises(InputError, match="has no left_out_places"):
        main(["comparison/direct_sub", "--choose", *bare, "--data", str(tiny_data), "-o", str(tmp_path)])


def test_decoder_weights_that_do_not_fit_are_named(encoder: Path, tiny_data: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.safetensors").write_bytes(b"")
    save_file({"x": torch.zeros(1)}, tmp_path / "other.safetensors")
    for name, sentence in (("nowhere", "cannot be read"), ("empty", "cannot be read"), ("other", "do not fit")):
        weights = str(tmp_path / f"{name}.safetensors")
        config = shrunk("direct_sub", encoder).model_copy(
            update={"init": InitConfig(encoder=str(encoder), decoder=weights)}
        )
        with pytest.raises(InputError, match=sentence):
            build_trainer(config, tmp_path / "runs" / name, tiny_data)


def test_costs_are_ratios_to_the_first_configuration(encoder: Path, tiny_data: Path, tmp_path: Path) -> None:
    costs = measure_costs([shrunk(s, encoder) for s in ("direct_sub", "jfm")], tmp_path, tiny_data, rounds=2)
    assert costs["direct_sub"]["train ratio"] == costs["direct_sub"]["infer ratio"] == 1.0
    jfm = costs["jfm"]
    assert jfm["compare ratio"] == pytest.approx(jfm["compare"] / costs["direct_sub"]["compare"])
    assert not list(tmp_path.glob(".direct_sub-*"))  # scratch runs are removed


def test_scores_of_all_and_of_the_changed_pairs(kept_meteor) -> None:
    import numpy as np

    def pair(changed: int, caption: str) -> TrainingPair:
        empty = np.zeros((2, 3, 1, 1), np.uint8)
        return TrainingPair(empty, empty[0], (tuple(caption.split()),), changed, 0)

    pairs = [pair(1, "a house is built here"), pair(0, "the scene is the same"), pair(1, "two trees are gone now")]
    said = Described({}, ["a house is built here", "the scene is the same", "nothing"], [True, True, True])
    with kept_meteor() as meteor:
        table = score(said, pairs, meteor)
    assert table["change_accuracy"] == pytest.approx(2 / 3)
    assert table["all"]["ROUGE-L"] == pytest.approx(200 / 3)
    assert table["changed"]["ROUGE-L"] == pytest.approx(50)
    assert table["distinct_captions"] == 3


def run_folder(root: Path, name: str, seed: int, score: float, accuracy: float) -> Path:
    folder = root / f"{name}-{seed}-{score}"
    folder.mkdir()
    (folder / "config.json").write_text(json.dumps({"name": name, "seed": seed}))
    table = {"all": {"S*m": 50.0}, "changed": {"S*m": score}, "change_accuracy": accuracy}
    counted = {"weights": {"learned": 1000 * seed}, "figures": {"caption_loss": score / 20}, "distinct_captions": 9}
    (folder / "evaluation.json").write_text(json.dumps({**table, **counted}))
    return folder


def test_differences_are_paired_by_seed_whatever_the_order_of_the_runs(tmp_path: Path) -> None:
    given = [
        ("a", 0, 10, 0.5),
        ("a", 1, 20, 0.6),
        ("a", 2, 60, 0.7),
        ("b", 1, 21.5, 0.6),
        ("b", 0, 14, 0.4),
        ("c", 7, 1, 0),
    ]
    runs = [run_folder(tmp_path, *one) for one in given]
    plain = compare(runs)
    assert plain["a"]["changed S*m"] == "30.00 ± 26.46"
    assert plain["a"]["change accuracy"] == "0.600 ± 0.100"
    table = compare(runs, "a")
    paired = table["b"].pop("minus a")
    assert paired["changed S*m"] == "+2.75 ± 1.77 (+4.00 +1.50)"  # of seeds 0 and 1
    assert paired["change accuracy"] == "-0.050 ± 0.071 (-0.100 +0.000)"
    assert paired["caption_nll"] == "+0.137 ± 0.088 (+0.200 +0.075)"
    assert not any(key.startswith("weights") for key in paired)
    assert table["c"].pop("minus a") == "no seed in common"
    assert table == plain  # the baseline has no differences from itself


def test_what_cannot_be_paired_is_said(tmp_path: Path) -> None:
    runs = [run_folder(tmp_path, "a", 0, 10, 0.5), run_folder(tmp_path, "b", 0, 11, 0.5)]
    with pytest.raises(InputError, match="no run is called 'base'; there are: a, b"):
        compare(runs, "base")
    again = run_folder(tmp_path, "b", 0, 12, 0.5)
    assert compare([*runs, again])["b"]["seeds"] == 2
    with pytest.raises(InputError, match="several runs of 'b' have the same seed"):
        compare([*runs, again], "a")


def test_the_command_prints_the_differences(tmp_path: Path) -> None:
    from click.testing import CliRunner
    from describe_changes.cli import main as cli

    runs = [str(run_folder(tmp_path, name, 0, score, 0.5)) for name, score in (("a", 10), ("b", 11))]
    told = CliRunner().invoke(cli, ["compare", *runs, "--baseline", "a"], catch_exceptions=False)
    assert "minus a" in told.output
    assert "+1.00 (+1.00)" in told.output


@pytest.mark.parametrize("name", sorted(path.stem for path in (CONFIGS / "comparison").glob("*.yaml")))
def test_the_comparison_stands_on_common_ground(name: str) -> None:
    """Encoder, pairs and schedule are alike for all; so are the encoder and the pairs of the detector they share."""
    base, config = (load_config(CONFIGS / "comparison" / f"{stem}.yaml") for stem in ("base", name))
    assert config.name == ("direct_sub" if name == "base" else name)
    assert (config.model.encoder, config.sources, config.augment) == (base.model.encoder, base.sources, base.augment)
    if name == "detector":
        assert config.masks_only
        assert config.init == base.init  # neither starts from a pack
    else:
        rate = config.schedule.learning_rate
        assert config.schedule == base.schedule.model_copy(update={"learning_rate": rate})
        assert config.model.decoder == base.model.decoder
