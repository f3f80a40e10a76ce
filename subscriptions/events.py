"""What others may want to hear of, after a commit. Ids only: who cares reads again."""

from collections.abc import Sequence
from typing import NamedTuple

import structlog

from subscriptions.link import send

log = structlog.get_logger()


class PengisianBerubah(NamedTuple):
    """A unor's own fill-in counts of a year changed."""

    unor_id: int
    tahun: int


async def publish(events: Sequence[PengisianBerubah]) -> None:
    """Tell every process. A failure is logged and never fails the change it tells of: the hub's
    periodic re-read heals it."""
    if not events:
        return
    try:
        await send([tuple(event) for event in events])
    except Exception:
        log.exception("event tidak terkirim", events=events)
