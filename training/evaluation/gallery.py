"""Pairs with the model's caption and masks and the human references side by side, for judging captions by looking.

    python -m describe_changes.training.evaluation.gallery PACK DATA --split val --count 50 -o FOLDER

writes `sheet_NN.jpg` and `judgements.csv` with one row per pair. Whoever looks fills in the columns `object`, `action`
and `place` with 1 or 0 and `error` with the kind of error; `tally` counts a filled file for the model card.
"""

from __future__ import annotations

import csv
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from ...core.errors import InputError
from ...core.io.legend import legend
from ...core.io.targets import check_absent
from ...core.models.packs import ModelPack, load_pack
from ...core.predict.device import choose_device
from ...core.predict.predictor import Predictor, TilePrediction
from ..data.datasets import PairSample, load_dataset, read_masks, read_pair
from .tiling import extract_tiles, plan_tiling

JUDGEMENTS = "judgements.csv"
COLUMNS = ("number", "id", "caption", "references", "object", "action", "place", "error")
_SIDE, _TEXT, _ROWS = 224, 430, 6
_LINE, _WRAP = 15, 66


@dataclass(frozen=True)
class Shown:
    """One pair of a gallery: sample, prediction, and images (2, 3, H, W) as the model saw them."""

    sample: PairSample
    prediction: TilePrediction
    images: NDArray[np.uint8]
    truth: NDArray[np.bool_]


def sample_pairs(samples: Sequence[PairSample], count: int, seed: int) -> list[PairSample]:
    """Draw captioned, changed pairs without replacement, in the order of the data set."""
    changed = [sample for sample in samples if sample.changed and sample.captions]
    chosen = np.random.default_rng(seed).permutation(len(changed))[:count]
    return [changed[index] for index in sorted(chosen)]


def write_gallery(pack: ModelPack, samples: Sequence[PairSample], folder: Path) -> None:
    """Describe pairs and write the sheets and an empty `judgements.csv`.

    Args:
        pack: the model.
        samples: pairs, each one tile.
        folder: made if absent.

    Raises:
        InputError: there is nothing to show.
    """
    if not samples:
        raise InputError("no captioned, changed pairs to show")
    folder.mkdir(parents=True, exist_ok=True)
    check_absent(folder / JUDGEMENTS)  # a filled one is somebody's work
    colours = [entry.colour for entry in legend(pack.channels)]
    thresholds = np.array([channel.threshold for channel in pack.channels]).reshape(-1, 1, 1)
    with (folder / JUDGEMENTS).open("w", newline="", encoding="utf-8") as stream:
        table = csv.writer(stream)
        table.writerow(COLUMNS)
        rows: list[Image.Image] = []
        for number, shown in enumerate(_describe(pack, samples), start=1):
            found = shown.prediction.probabilities >= thresholds
            rows.append(_row(number, shown, found, colours))
            said, references = shown.prediction.caption, " | ".join(shown.sample.captions)
            table.writerow([number, shown.sample.id, said, references, "", "", "", ""])
            if len(rows) == _ROWS or number == len(samples):
                _stack(rows).save(folder / f"sheet_{(number - 1) // _ROWS + 1:02}.jpg", quality=85)
                rows = []


def summarise_judgements(path: Path) -> dict[str, int]:
    """Count a filled `judgements.csv`.

    Returns:
        `pairs`, `true` (object, action and place all right), `object`, `action`, `place`, and each kind of error.

    Raises:
        InputError: a pair is not judged.
    """
    counts: Counter[str] = Counter()
    with path.open(newline="", encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            marks = [row[name].strip() for name in ("object", "action", "place")]
            if not set(marks) <= {"0", "1"}:
                raise InputError(f"{path}: pair {row['number']} is not judged; object, action and place need 1 or 0")
            counts["pairs"] += 1
            counts["true"] += marks == ["1", "1", "1"]
            counts.update({name: int(mark) for name, mark in zip(("object", "action", "place"), marks, strict=True)})
            if row["error"].strip():
                counts[f"error: {row['error'].strip()}"] += 1
    return dict(counts)


def _describe(pack: ModelPack, samples: Sequence[PairSample]) -> Iterator[Shown]:
    predictor = Predictor(pack, choose_device("auto"))
    for sample in samples:
        images = read_pair(sample)
        frame = plan_tiling(images.shape[2:], sample.gsd_m, pack.manifest.input, whole=True)
        tiles, valid = extract_tiles(images, frame)
        prediction = predictor.predict(tiles, valid)[0]
        masks = [mask for mask in read_masks(sample).values() if mask is not None]
        truth = np.any(masks, axis=0) if masks else np.zeros(images.shape[2:], bool)
        yield Shown(sample, prediction, tiles[0], truth)


def _row(number: int, shown: Shown, found: NDArray[np.bool_], colours: Sequence[tuple[int, int, int]]) -> Image.Image:
    """Before, after, after with the model's masks, the labelled mask, and the sentences."""
    before, after = (np.ascontiguousarray(date.transpose(1, 2, 0)) for date in shown.images)
    painted = after.copy()
    for mask, colour in zip(found, colours, strict=True):
        painted[mask] = (0.45 * painted[mask] + 0.55 * np.array(colour)).astype(np.uint8)
    truth = np.where(shown.truth[..., None], 255, 40).astype(np.uint8).repeat(3, axis=2)
    row = Image.new("RGB", (4 * _SIDE + _TEXT, _SIDE + 4), "white")
    for index, picture in enumerate((before, after, painted, truth)):
        row.paste(Image.fromarray(picture).resize((_SIDE - 4, _SIDE - 4)), (index * _SIDE, 2))
    pen, font = ImageDraw.Draw(row), ImageFont.load_default(13)
    said = f"{number}  {shown.sample.id}   change {shown.prediction.change_score:.2f}"
    sentences = [said, f"MODEL: {shown.prediction.caption}", *(f"- {text}" for text in shown.sample.captions)]
    lines = [line for text in sentences for line in textwrap.wrap(text, _WRAP)]
    for index, line in enumerate(lines):
        pen.text((4 * _SIDE + 6, 4 + index * _LINE), line, "black", font)
    return row


def _stack(rows: Sequence[Image.Image]) -> Image.Image:
    sheet = Image.new("RGB", (rows[0].width, sum(row.height for row in rows)), "white")
    top = 0
    for row in rows:
        sheet.paste(row, (0, top))
        top += row.height
    return sheet


@click.command()
@click.argument("pack")
@click.argument("data", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--split", default="val", show_default=True)
@click.option("--count", default=50, show_default=True)
@click.option("--seed", default=0, show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True)
def main(pack: str, data: Path, split: str, count: int, seed: int, output: Path) -> None:
    """Write a gallery of random changed pairs of DATA as PACK describes them."""
    try:
        samples = sample_pairs(load_dataset(data, split), count, seed)
        write_gallery(load_pack(pack), samples, output)
    except InputError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{len(samples)} pairs: look at {output}/sheet_*.jpg and fill in {output}/judgements.csv")


if __name__ == "__main__":
    main()
