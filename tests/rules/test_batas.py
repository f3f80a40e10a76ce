"""How many there may be: one more up to the limit, and none beyond it."""

import pytest

from models.rules.alasan import KodeKesalahan
from models.rules.batas import Batas, batas_refusals


@pytest.mark.parametrize("batas", Batas)
def test_up_to_the_limit(batas: Batas) -> None:
    most, what = batas.value
    for present in (0, 1, most - 1):
        assert batas_refusals(batas, present) == ()
    for present in (most, most + 1):
        (reason,) = batas_refusals(batas, present)
        assert reason.code is KodeKesalahan.TERLALU_BANYAK
        assert f"{present} {what}" in reason.message and f"paling banyak {most}" in reason.message
