"""Labels as people save them: each is read right, or refused with a sentence that names the file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from describe_changes.core.errors import InputError
from describe_changes.training.data.datasets import load_dataset, read_masks, read_pair
from PIL import Image

SIDE = 64
Save = Callable[[np.ndarray, Path], None]


def drawn(number: int) -> np.ndarray:
    """(H, W) of 0, 1 = building, 2 = road; every third label is empty."""
    label = np.zeros((SIDE, SIDE), np.uint8)
    if number % 3:
        label[9 : 25 + 4 * number, 11:33] = 1
        label[49:56, :] = 2
    return label


def levels(label: np.ndarray, building: int, road: int = 0, dtype: type = np.uint8) -> np.ndarray:
    return np.array([0, building, road], dtype)[label]


def png(array: np.ndarray, path: Path, **options: object) -> None:
    Image.fromarray(array).save(path.with_suffix(".png"), **options)


def paletted(label: np.ndarray, path: Path, colours: list[int]) -> None:
    image = Image.fromarray(label, mode="P")
    image.putpalette(colours)
    image.save(path.with_suffix(".png"))


def coloured(
    label: np.ndarray, building: tuple[int, ...], road: tuple[int, ...], ground: tuple[int, ...]
) -> np.ndarray:
    return np.array([ground, building, road], np.uint8)[label]


BUILDINGS: dict[str, Save] = {
    "1 bit": lambda a, p: Image.fromarray(a == 1).save(p.with_suffix(".png")),
    "0 and 255": lambda a, p: png(levels(a, 255), p),
    "0 and 1": lambda a, p: png(levels(a, 1), p),
    "0 and 77": lambda a, p: png(levels(a, 77), p),
    "16 bits, 0 and 1": lambda a, p: png(levels(a, 1, dtype=np.uint16), p),
    "16 bits, 0 and 65535": lambda a, p: png(levels(a, 65535, dtype=np.uint16), p),
    "float TIFF": lambda a, p: Image.fromarray(levels(a, 1, dtype=np.float32)).save(p.with_suffix(".tif")),
    "RGB, grey": lambda a, p: png(coloured(a, (255, 255, 255), (0, 0, 0), (0, 0, 0)), p),
    "RGB, red": lambda a, p: png(coloured(a, (255, 0, 0), (0, 0, 0), (0, 0, 0)), p),
    "RGBA, opaque": lambda a, p: png(coloured(a, (255,) * 4, (0, 0, 0, 255), (0, 0, 0, 255)), p),
    "RGBA, ground transparent": lambda a, p: png(coloured(a, (255, 0, 0, 255), (9, 9, 9, 0), (9, 9, 9, 0)), p),
    "grey with alpha": lambda a, p: Image.fromarray(levels(a, 255)).convert("LA").save(p.with_suffix(".png")),
    "palette, black and white": lambda a, p: paletted((a == 1).astype(np.uint8), p, [0, 0, 0, 255, 255, 255]),
    "palette, white first": lambda a, p: paletted((a != 1).astype(np.uint8), p, [255, 255, 255, 0, 0, 0]),
    "palette, red on black": lambda a, p: paletted((a == 1).astype(np.uint8), p, [0, 0, 0, 255, 0, 0]),
}
ROADS_TOO: dict[str, Save] = {
    "0, 128 and 255": lambda a, p: png(levels(a, 255, 128), p),
    "16 bits": lambda a, p: png(levels(a, 65535, 128 * 257, np.uint16), p),
    "RGB, grey": lambda a, p: png(coloured(a, (255,) * 3, (128,) * 3, (0,) * 3), p),
    "colours of its authors": lambda a, p: png(coloured(a, (255, 0, 0), (255, 255, 0), (0, 0, 0)), p),
    "grey palette": lambda a, p: paletted(a, p, [0, 0, 0, 255, 255, 255, 128, 128, 128]),
    "colour palette": lambda a, p: paletted(a, p, [0, 0, 0, 255, 0, 0, 255, 255, 0]),
}
BLURRED: dict[str, Callable[[np.ndarray, Path], None]] = {
    "JPEG": lambda grey, p: Image.fromarray(grey).save(p.with_suffix(".jpg"), quality=90),
    "JPEG in TIFF": lambda grey, p: Image.fromarray(grey).save(p.with_suffix(".tif"), compression="jpeg"),
    "lossy WebP": lambda grey, p: Image.fromarray(grey).convert("RGB").save(p.with_suffix(".webp"), quality=80),
    "PNG of a JPEG": lambda grey, p: png(jpeg_again(grey), p),
}


def jpeg_again(label: np.ndarray) -> np.ndarray:
    from io import BytesIO

    stream = BytesIO()
    Image.fromarray(label).save(stream, "JPEG", quality=85)
    return np.asarray(Image.open(stream))


def tree(root: Path, layout: str, save: Save, count: int = 6, mask_values: object = None) -> Path:
    """A data set of `count` pairs with labels saved by `save`."""
    folder = root / "train" if layout == "masks" else root / "images" / "train"
    entries = []
    for number in range(count):
        name = f"train_{number:06d}.png"
        for kind in ("A", "B", "label"):
            (folder / kind).mkdir(parents=True, exist_ok=True)
        for kind in "AB":
            Image.new("RGB", (SIDE, SIDE), (90, 80, number)).save(folder / kind / name)
        save(drawn(number), folder / "label" / name)
        entries.append({"filename": name, "split": "train", "filepath": "train", "sentences": ["a house is built"]})
    file = {"levir": "LevirCCcaptions.json", "own": "captions.json", "whu": "WHUcaptions.json"}.get(layout)
    if file is not None:
        values = {} if mask_values is None else {"mask_values": mask_values}
        (root / file).write_text(json.dumps({"images": entries, **values}))
    return root


def check(root: Path, expected: dict[str, int]) -> None:
    samples = load_dataset(root)
    assert len(samples) == 6
    for number, sample in enumerate(samples):
        masks = read_masks(sample)
        assert set(masks) == set(expected) == set(sample.classes)
        for name, code in expected.items():
            np.testing.assert_array_equal(masks[name], drawn(number) == code)


@pytest.mark.parametrize("layout", ["levir", "masks", "whu"])
@pytest.mark.parametrize("form", BUILDINGS)
def test_one_mark_is_read_however_it_is_saved(tmp_path: Path, layout: str, form: str) -> None:
    name = "change" if layout == "masks" else "building"
    check(tree(tmp_path / "set", layout, BUILDINGS[form]), {name: 1})


@pytest.mark.parametrize("form", ROADS_TOO)
def test_buildings_and_roads_are_told_apart(tmp_path: Path, form: str) -> None:
    check(tree(tmp_path, "levir", ROADS_TOO[form]), {"building": 1, "road": 2})


@pytest.mark.parametrize("layout", ["levir", "masks", "whu"])
@pytest.mark.parametrize("form", BLURRED)
def test_a_blurred_mask_of_one_class_is_read_where_it_is_bright(tmp_path: Path, layout: str, form: str) -> None:
    root = tree(tmp_path / "set", layout, lambda a, p: BLURRED[form](levels(a, 255), p))
    for number, sample in enumerate(load_dataset(root)):
        (mask,) = read_masks(sample).values()
        assert (mask != (drawn(number) == 1)).mean() < 0.02  # the edges of a lossy label are not to be had


@pytest.mark.parametrize("form", BLURRED)
def test_a_blurred_label_of_several_classes_is_refused(tmp_path: Path, form: str) -> None:
    root = tree(tmp_path, "levir", lambda a, p: BLURRED[form](levels(a, 255, 128), p))
    with pytest.raises(InputError, match=r"label .*train_00000\d.* 255 = building"):
        load_dataset(root)


def test_a_jpeg_of_zeros_and_ones_is_refused(tmp_path: Path) -> None:
    dim = tree(tmp_path / "set", "masks", lambda a, p: Image.fromarray(levels(a, 3)).save(p.with_suffix(".jpg")))
    with pytest.raises(InputError, match=r"label .*\.jpg .*save labels as PNG"):
        load_dataset(dim)


def test_the_lower_of_two_values_is_ground_also_in_a_label_that_holds_nothing_else(tmp_path: Path) -> None:
    """OSCD's masks hold 1 and 2."""
    check(tree(tmp_path / "set", "masks", lambda a, p: png(np.where(a == 1, 2, 1).astype(np.uint8), p)), {"change": 1})


@pytest.mark.parametrize("layout", ["levir", "masks", "whu"])
@pytest.mark.parametrize(
    ("form", "save"),
    [
        ("0, 1 and 255", lambda a, p: png(levels(a, 1, 255), p)),
        ("fractions", lambda a, p: Image.fromarray(levels(a, 1, dtype=np.float32) * 0.6).save(p.with_suffix(".tif"))),
        (
            "a picture",
            lambda a, p: png(np.tile(np.arange(SIDE, dtype=np.uint8), (SIDE, 1)) * 4, p),
        ),
        ("half transparent", lambda a, p: png(coloured(a, (255, 0, 0, 99), (0,) * 4, (0,) * 4), p)),
        ("black on transparent", lambda a, p: png(coloured(a, (0, 0, 0, 255), (0,) * 4, (0,) * 4), p)),
    ],
)
def test_labels_that_could_mean_anything_are_refused_by_name(
    tmp_path: Path, layout: str, form: str, save: Save
) -> None:
    root = tree(tmp_path / "set", layout, save)
    with pytest.raises(InputError, match=r"label .*train_00000\d"):
        load_dataset(root)


@pytest.mark.parametrize("layout", ["levir", "masks", "own"])
def test_a_label_of_another_size_is_named(tmp_path: Path, layout: str) -> None:
    root = tree(tmp_path / "set", layout, lambda a, p: png(levels(a, 255)[::2, ::2], p), mask_values={"building": 255})
    with pytest.raises(InputError, match=r"label .*train_000000\.png is 32×32 pixels, its pair 64×64"):
        read_masks(load_dataset(root)[0])


def test_one_label_unlike_the_others_is_named(tmp_path: Path) -> None:
    root = tree(tmp_path / "set", "levir", BUILDINGS["0 and 1"])
    samples = load_dataset(root)
    png(levels(drawn(4), 9), samples[4].mask)
    with pytest.raises(InputError, match=r"label .*train_000004\.png holds 9; other labels of its data set hold 0, 1"):
        read_masks(samples[4])


@pytest.mark.parametrize(
    "save",
    [
        lambda a, p: png(a, p),
        lambda a, p: paletted(a, p, [0, 0, 0, 40, 90, 10, 7, 0, 200]),
        lambda a, p: paletted(a, p, [0, 0, 0, 255, 255, 255, 128, 128, 128]),
        lambda a, p: png(a.astype(np.uint16), p),
    ],
    ids=["grey", "palette", "grey palette", "16 bits"],
)
def test_own_values_hold_in_grey_and_as_indices(tmp_path: Path, save: Save) -> None:
    check(tree(tmp_path, "own", save, mask_values={"building": 1, "road": 2}), {"building": 1, "road": 2})


def test_own_values_that_no_label_holds_are_named(tmp_path: Path) -> None:
    root = tree(tmp_path, "own", BUILDINGS["0 and 255"], mask_values={"building": 1})
    with pytest.raises(InputError, match=r"train_000001\.png .* 0, 255, but 0 and 1 = building"):
        load_dataset(root)


def second(root: Path, save: Callable[[np.ndarray, Path], None]) -> Path:
    for kind in ("rgb", "sem"):
        for date in "AB":
            folder = root / "test" / kind / date
            folder.mkdir(parents=True)
            cover = np.full((SIDE, SIDE, 3), 255, np.uint8)
            cover[:16] = (128, 0, 0) if date == "B" else (0, 128, 0)
            save(cover, folder / "1.png") if kind == "sem" else png(cover, folder / "1.png")
    entry = {"filename": "1.png", "split": "test", "sentences": ["new buildings"]}
    (root / "SECOND-CC-AUG.json").write_text(json.dumps({"images": [entry]}))
    return root


def test_land_cover_maps_of_unknown_colours_are_named(tmp_path: Path) -> None:
    assert read_masks(load_dataset(second(tmp_path / "good", png))[0])["building"].mean() == 0.25
    for name, save in (
        ("jpeg", lambda a, p: Image.fromarray(a).save(p.with_suffix(".jpg"), quality=60)),
        ("indices", lambda a, p: png(a[..., 0] // 128, p)),
    ):
        with pytest.raises(InputError, match=r"land cover map .*1\.(jpg|png) holds other colours"):
            read_masks(load_dataset(second(tmp_path / name, save))[0])


@pytest.mark.parametrize("date", ["A", "B"])
@pytest.mark.parametrize(
    "save",
    [
        lambda p: png(np.full((SIDE, SIDE), 3000, np.uint16), p),
        lambda p: Image.fromarray(np.full((SIDE, SIDE), 3000, np.uint16)).save(p.with_suffix(".tif")),
        lambda p: Image.fromarray(np.full((SIDE, SIDE), 0.3, np.float32)).save(p.with_suffix(".tif")),
    ],
    ids=["16-bit PNG", "16-bit TIFF", "float TIFF"],
)
def test_pictures_of_more_than_eight_bits_are_named(tmp_path: Path, date: str, save: Callable[[Path], None]) -> None:
    root = tree(tmp_path / "set", "masks", BUILDINGS["1 bit"])
    sample = load_dataset(root)[0]
    picture = sample.before if date == "A" else sample.after
    picture.unlink()
    save(picture)
    with pytest.raises(InputError, match=r"train_000000\.(png|tif) has (16|32) bits a band"):
        read_pair(load_dataset(root)[0])


def test_a_sixteen_bit_colour_png_is_named(tmp_path: Path) -> None:
    """Pillow keeps the upper byte alone and says nothing: 12 bits of data would turn black."""
    import struct
    import zlib

    rows = b"".join(b"\0" + np.full((SIDE, 3), 900, ">u2").tobytes() for _ in range(SIDE))
    header = struct.pack(">IIBBBBB", SIDE, SIDE, 16, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    written = b"".join(struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in chunks)
    root = tree(tmp_path / "set", "masks", BUILDINGS["1 bit"])
    sample = load_dataset(root)[0]
    sample.after.write_bytes(b"\x89PNG\r\n\x1a\n" + written)
    with pytest.raises(InputError, match=r"train_000000\.png has 16 bits a band"):
        read_pair(sample)
