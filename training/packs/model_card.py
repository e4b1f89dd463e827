"""The model card: what a pack was trained on, what it may be used for, and what was measured with which command."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...core.models.packs import ModelPack, PackManifest, save_pack

Table = Mapping[str, Any]
_CAPTION_FIGURES = ("BLEU-4", "METEOR", "ROUGE-L", "CIDEr-D", "S*m")

NO_LICENCE = "Not stated. The licences of the training data decide what these weights may be used for."
LIMITS = (
    "Imagery of {low:g}–{high:g} m per pixel. Outside that range the engine says so, the model writes no sentences, "
    "and its masks are guesses.",
    "Trained classes: {classes}. “No change found” is not “nothing changed”.",
    "The measured facts beside a caption do not come from the language model: trust them first.",
)
"""What holds for every pack; a run's configuration adds its own."""

RECOVERED = (
    "Figures on `levir_cc_recovered` are on the *recovered split*, parts of LEVIR-CC's official validation and test "
    "sets: they cannot be compared with published LEVIR-CC results."
)


def add_card(pack: ModelPack, evaluations: Mapping[str, Table], limits: Sequence[str] = ()) -> ModelPack:
    """Write figures and card into a pack.

    Args:
        pack: exported pack; replaced on disk.
        evaluations: by the command that made each, what `evaluate_pack` returned.
        limits: sentences on what the model has not seen, added to those that hold for every pack.
    """
    metrics = {command: short(table) for command, table in evaluations.items()}
    manifest = pack.manifest.model_copy(update={"metrics": metrics})
    return save_pack(pack.path, pack.build_model(), pack.vocabulary, manifest, render(manifest, evaluations, limits))


def render(manifest: PackManifest, evaluations: Mapping[str, Table], own_limits: Sequence[str] = ()) -> str:
    """The card in Markdown."""
    head = manifest.architecture.mask_head
    classes = ", ".join(dict.fromkeys(c.class_name for c in head.channels)) if head else "none (captions only)"
    low, high = manifest.input.gsd_m
    limits = [*(limit.format(low=low, high=high, classes=classes) for limit in LIMITS), *own_limits]
    if fine := manifest.input.fine_gsd_m:
        limits[0] += f" Imagery finer than {fine:g} m is read at {fine:g} m."
    recovered = [RECOVERED] if any("levir_cc_recovered" in command for command in evaluations) else []
    training = ", ".join(f"{key} {value}" for key, value in manifest.training.items())
    parts = [
        f"# Model card: {manifest.name}",
        f"System `{manifest.architecture.difference.name}`. Its last training run: {training}.",
        f"Trained on: {', '.join(manifest.training_data)}.",
        f"## Licence\n\n{manifest.licence or NO_LICENCE}",
        "## Limits\n\n" + "\n".join(f"- {limit}" for limit in limits),
        "## Measured",
        *recovered,
        *(_section(command, table) for command, table in evaluations.items()),
    ]
    return "\n\n".join(parts) + "\n"


def _section(command: str, table: Table) -> str:
    rows: list[Sequence[str]] = []
    flagged = isinstance(table.get("change_accuracy"), int | float)
    known = f", {table['n_changed']} of them changed" if flagged else ""
    lines = [f"### `{command}`", "", f"{table['n']} pairs{known}.", ""]
    if flagged:
        rows.append(("change / no-change accuracy", _percent(table["change_accuracy"])))
    for name, scores in _group(table, "mask").items():
        rows.append((f"{name}: F1, IoU over all pixels", f"{_plain(scores['f1'])}, {_plain(scores['iou'])}"))
    for label, group in _group(table, "by_gsd").items():
        for name, scores in _group(group, "mask").items():
            rows.append((f"{name} at {label}: F1", _plain(scores["f1"])))
    error = _group(table, "calibration").get("ece")
    if error is not None:
        rows.append(("expected calibration error of the change flag", _plain(error)))
    error = _group(table, "confidence").get("ece")
    if error is not None:
        rows.append(("expected calibration error of the sentences' confidence", _plain(error)))
    lines += _markdown(("figure", "value"), rows)
    captions = _caption_rows(table)
    if captions:
        lines += ["", "Captions, × 100, words:", ""]
        lines += _markdown(("who", "pairs", *_CAPTION_FIGURES), captions)
    return "\n".join(lines)


def _caption_rows(table: Table) -> list[Sequence[str]]:
    rows: list[Sequence[str]] = []
    speakers = {"**this model**": table, **_group(table, "baselines")}
    for who, scores in speakers.items():
        for subset in ("all", "changed"):
            figures = _group(scores, subset)
            if any(isinstance(figures.get(k), int | float) for k in _CAPTION_FIGURES):
                rows.append((who, subset, *(_figure(figures.get(name)) for name in _CAPTION_FIGURES)))
    return rows


def _group(table: Any, name: str) -> Mapping[str, Any]:
    """A group of figures; empty where the evaluation says "not computed: …"."""
    found = table.get(name) if isinstance(table, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def short(table: Table) -> dict[str, Any]:
    """The headline figures, for `model.json`."""
    kept = {key: table[key] for key in ("n", "n_changed", "change_accuracy", "mask") if key in table}
    for subset in ("all", "changed"):
        if isinstance(table.get(subset), Mapping):
            kept[subset] = dict(table[subset])
    return {key: _measured(value) for key, value in kept.items() if not isinstance(value, str)}


def _measured(value: Any) -> Any:
    """Without figures that were not computed: the reasons name folders of the machine at hand."""
    return {key: v for key, v in value.items() if not isinstance(v, str)} if isinstance(value, Mapping) else value


def _markdown(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    return lines + ["| " + " | ".join(row) + " |" for row in rows]


def _percent(value: float) -> str:
    return f"{100 * value:.1f} %"


def _plain(value: float | None) -> str:
    return "not measured" if value is None else f"{value:.3f}"


def _figure(value: Any) -> str:
    return f"{value:.2f}" if isinstance(value, int | float) else str(value or "–")
