"""One config line chooses the system; unknown names and fields are refused."""

from typing import get_args

import pytest
import torch
from describe_changes.core.errors import InputError
from describe_changes.core.models.config import CaptionerConfig
from describe_changes.core.models.differences import SYSTEMS, DifferenceConfig, DirectSubConfig, build_difference
from pydantic import TypeAdapter, ValidationError

torch.set_num_threads(1)
ADAPTER = TypeAdapter(DifferenceConfig)
SETTINGS = {"rdd": {"heads": 2}, "hisem": {"heads": 2, "expert_hidden": 8}, "dfm": {"heads": 2}}
SMALL = {config().name: SETTINGS.get(config().name, {}) for config in SYSTEMS}


@pytest.mark.parametrize("name", SMALL)
def test_name_chooses_the_system(name):
    config = CaptionerConfig.model_validate({"dim": 16, "difference": {"name": name, **SMALL[name]}}).difference
    assert ADAPTER.validate_python(config.model_dump()) == config
    module = build_difference(config, (8, 12), 16).eval()
    assert type(module).__name__.lower() == name.replace("_", "")
    before, after = ([torch.randn(2, 8, 8, 8), torch.randn(2, 12, 4, 4)] for _ in range(2))
    tokens = module(before, after).tokens
    assert tokens.shape[::2] == (2, 16)
    torch.testing.assert_close(module(before, after).tokens, tokens, rtol=0, atol=0)  # same in every run


@pytest.mark.parametrize("name", SMALL)
def test_bfloat16_autocast_trains(name):
    module = build_difference(ADAPTER.validate_python({"name": name, **SMALL[name]}), (8, 12), 16).train()
    before, after = ([torch.randn(2, 8, 8, 8), torch.randn(2, 12, 4, 4)] for _ in range(2))
    with torch.autocast("cpu", dtype=torch.bfloat16):
        given = module(before, after, changed=torch.tensor([True, False]))
        loss = given.tokens.float()[..., 0].square().mean()
    loss.backward()
    assert all(p.grad.isfinite().all() for p in module.parameters() if p.grad is not None)


@pytest.mark.parametrize(("scale", "index"), [(-1, 1), (-2, 0), (0, 0), (1, 1)])
@pytest.mark.parametrize("name", ["direct_sub", "rdd", "hisem"])
def test_systems_of_one_scale_say_which_and_read_no_other(name, scale, index):
    config = ADAPTER.validate_python({"name": name, "scale": scale, **SMALL[name]})
    module = build_difference(config, (8, 12), 16).eval()
    assert module.in_scales == (index,)
    maps = [torch.randn(2, 8, 8, 8), torch.randn(2, 12, 4, 4)]
    maps[1 - index] = maps[1 - index][..., :0, :0]  # kept views leave the other scales without cells
    assert module(maps, maps).tokens.shape[2] == 16


@pytest.mark.parametrize("scale", [2, -3])
@pytest.mark.parametrize("name", ["direct_sub", "rdd", "hisem", "dfm"])
def test_a_scale_that_the_encoder_lacks_is_refused(name, scale):
    config = ADAPTER.validate_python({"name": name, "scale": scale, **SMALL[name]})
    with pytest.raises(InputError, match=f"difference.scale is {scale}, but the encoder gives 2 scales"):
        build_difference(config, (8, 12), 16)


@pytest.mark.parametrize("name", SMALL)
def test_unknown_fields_are_refused(name):
    with pytest.raises(ValidationError, match="not_a_field"):
        ADAPTER.validate_python({"name": name, "not_a_field": 1})


def test_unknown_name_lists_the_known_ones():
    with pytest.raises(ValidationError) as told:
        ADAPTER.validate_python({"name": "subtract"})
    assert set(SMALL) >= {"direct_sub", "rdd", "hisem", "dfm"}
    assert all(f"'{name}'" in str(told.value) for name in SMALL)


def test_every_config_has_a_system_and_none_is_taken_for_another():
    """A config that was added to the union and forgotten in the registry is refused, not built as another system."""

    class Forgotten(DirectSubConfig):
        """Nobody registered it."""

    assert set(SYSTEMS) == set(get_args(get_args(DifferenceConfig)[0]))
    with pytest.raises(TypeError, match="Forgotten"):
        build_difference(Forgotten(), (8, 12), 16)
