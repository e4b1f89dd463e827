"""The fixed facts of one run: what was asked, of which pair, with which model. Made once and passed down."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..errors import InputError
from ..io.records import date_columns
from ..raster.dates import EpochDate
from .job import LIVE_BLOCK, DescribeOptions
from .planning import Plan, make_plan

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from ..models.config import Channel
    from ..models.packs import ModelPack
    from ..predict.device import DeviceChoice
    from ..predict.predictor import Predictor
    from ..raster.grid import Grid
    from .run_directory import Manifest


@dataclass(frozen=True)
class RunLabels:
    """Labels that all records of a run carry."""

    model: str
    before: EpochDate
    after: EpochDate

    @property
    def dates(self) -> dict[str, Any]:
        """What a record says of the dates, by attribute."""
        return date_columns(*self.spans)

    @property
    def spans(self) -> tuple[datetime | None, datetime | None, datetime | None, datetime | None]:
        """Begin and end of the earlier date's span, then of the later one's."""
        return self.before.start, self.before.end, self.after.start, self.after.end


@dataclass(frozen=True)
class RunContext:
    """One run with everything open; nothing of it changes while the run goes on.

    Attributes:
        options: what was asked, with the size of blocks that this run works with.
        plan: the pair, open, with its grid, tiles, blocks and constants.
        predictor: the model, loaded; it knows its pack and its device.
        manifest: all that bears on the result, the fingerprints of the files among it.
        check: called between steps; raises to stop.
    """

    options: DescribeOptions
    plan: Plan
    predictor: Predictor
    manifest: Manifest
    check: Callable[[], None]

    @property
    def pack(self) -> ModelPack:
        """The model pack."""
        return self.predictor.pack

    @property
    def device(self) -> DeviceChoice:
        """Where the model runs."""
        return self.predictor.device

    @cached_property
    def channels(self) -> tuple[Channel, ...]:
        """Channels of the class mask, value 1 first: the model's, then what indices measure."""
        return (*self.predictor.channels, *self.plan.measured_channels)

    @property
    def grid(self) -> Grid:
        """The pair's grid."""
        return self.plan.pair.grid

    @property
    def area(self) -> BaseGeometry | None:
        """Area of interest in the grid's CRS; None for everything."""
        return self.plan.choice.area.geometry if self.plan.choice.area is not None else None

    @cached_property
    def labels(self) -> RunLabels:
        """Labels of all records."""
        return RunLabels(self.pack.name, *self.plan.pair.dates)


def open_context(options: DescribeOptions, check: Callable[[], None], open_files: ExitStack) -> RunContext:
    """Open the pair and the model of a run.

    Args:
        options: what is asked.
        check: called between steps; raises to stop.
        open_files: closes the pair in the end.

    Raises:
        InputError: the rasters, the pack or the options do not allow the run.
    """
    from ..predict.device import choose_device
    from ..predict.networks import choose_backend
    from ..predict.predictor import Predictor

    device = choose_device(options.device)
    if options.live and device.device == "cpu":  # a graphics card wants its large batches full
        options = replace(options, block_size=LIVE_BLOCK)
    check()
    pack = open_pack(options)
    check()
    plan = make_plan(options, pack, open_files)
    check()
    backend, said = choose_backend(options.backend, device, pack)
    if said:
        plan = replace(plan, warnings=(*plan.warnings, said))
    device = device.with_backend(backend)
    check()
    predictor = Predictor(pack, device, options.threshold)
    return RunContext(options, plan, predictor, plan.manifest(options, pack, device), check)


def open_pack(options: DescribeOptions) -> ModelPack:
    """Return the pack that a job names, else the one that ships.

    Raises:
        InputError: there is none, or it does not verify.
    """
    from ..models.packs import default_model, load_pack

    chosen = options.model or default_model()
    if chosen is None:
        raise InputError("No model pack is installed; give one with --model, or run: describe-changes models import.")
    return load_pack(chosen)
