"""The page where the network lets no WebSocket through: all of it moves, over HTTP."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, expect

from models.rules.vocabulary import StatusSkp
from schema.persisted import read_list
from schema.transport.sse import MEDIA_TYPE
from server import OWN_DOCUMENTS
from tests.browser import test_dashboard, test_terdaftar
from tests.browser.test_dashboard import figure, log_in, submit
from tests.browser.test_notifikasi import BELL, LIST, unread
from tests.browser.test_terdaftar import sent_by
from tests.buatan import buat_berstatus
from tests.dunia import Dunia
from tests.layanan import Layanan, layanan

page = test_dashboard.page
terdaftar = test_terdaftar.terdaftar
pytestmark = test_dashboard.pytestmark

# Networks stand in the way of WebSocket by closing it, or by refusing it in the first place.
REFUSED = """
window.WebSocket = class extends WebSocket {
    constructor(address, protocol) { super(address + "/tidak-ada", protocol) }
};
"""


@pytest.fixture(params=["closed", "refused"])
async def blocked(page: Page, request: pytest.FixtureRequest) -> AsyncIterator[list[str]]:
    """No WebSocket of the page gets anywhere; the event streams that it asks for instead."""
    streams: list[str] = []
    page.on(
        "request",
        lambda asked: (
            streams.append(asked.url) if asked.headers.get("accept") == MEDIA_TYPE else None
        ),
    )
    if request.param == "closed":
        await page.route_web_socket("**/graphql", lambda socket: socket.close())
    else:
        await page.add_init_script(REFUSED)
    yield streams


async def test_the_dashboard_moves_over_server_sent_events(
    dunia: Dunia, service: Layanan, page: Page, blocked: list[str]
) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.DRAFT)
    await log_in(page, service, dunia.super)
    await figure(page, "draft", 1)
    await expect(page.locator("[data-koneksi]")).to_have_attribute("data-koneksi", "langsung")

    await submit(service, dunia.staf, skp_id)

    await figure(page, "pengajuan", 1)
    await expect(page.locator("[data-hari=pengajuan]")).to_have_attribute("data-nilai", "1")
    assert len(blocked) == 3  # the dashboard, its curve, the notifications


async def test_it_comes_back_after_a_restart_all_the_same(
    dunia: Dunia, database: str, page: Page, blocked: list[str]
) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.DRAFT)
    with layanan(database) as first:
        await log_in(page, first, dunia.super)
        await figure(page, "draft", 1)
    await expect(page.locator("[data-koneksi]")).not_to_have_attribute("data-koneksi", "langsung")
    with layanan(database, port=first.port) as second:
        await submit(second, dunia.staf, skp_id)
        await expect(page.locator("[data-angka=pengajuan]")).to_have_attribute(
            "data-nilai", "1", timeout=60_000
        )


async def test_where_only_listed_documents_are_served_these_are(
    dunia: Dunia, terdaftar: Layanan, page: Page, blocked: list[str]
) -> None:
    sent = sent_by(page)
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.DRAFT)
    await log_in(page, terdaftar, dunia.kabag)
    await unread(page, 0)
    await figure(page, "draft", 1)

    await submit(terdaftar, dunia.staf, skp_id)

    await unread(page, 1)
    await page.click(BELL)
    await expect(page.locator(LIST)).to_contain_text("mengajukan SKP")
    await page.get_by_role("button", name="Tandai semua dibaca").click()
    await unread(page, 0)
    assert len(sent) >= 6
    assert sent <= set(read_list(OWN_DOCUMENTS))
