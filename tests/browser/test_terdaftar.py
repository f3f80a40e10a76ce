"""The page where only listed documents are served: it sends none but its own, and shows all."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.async_api import Page, WebSocket, expect

from models.rules.vocabulary import StatusSkp
from schema.persisted import read_list
from server import OWN_DOCUMENTS
from tests.browser import test_dashboard
from tests.browser.test_dashboard import AJUKAN, figure, log_in, submit
from tests.buatan import buat_berstatus
from tests.dunia import Dunia
from tests.layanan import MASUK, Layanan, layanan

page = test_dashboard.page
pytestmark = test_dashboard.pytestmark


@pytest.fixture
def terdaftar(dunia: Dunia, database: str, tmp_path: Path) -> Iterator[Layanan]:
    """A service for listed documents only: those by which another client submits an SKP."""
    dokumen = tmp_path / "dokumen.json"
    dokumen.write_text(json.dumps([MASUK, AJUKAN]), "utf-8")
    with layanan(database, EKINERJA_DOCUMENTS=str(dokumen), EKINERJA_WINDOW_MS="50") as running:
        yield running


def sent_by(page: Page) -> set[str]:
    """The documents that the page sends from now on."""
    sent: set[str] = set()

    def keep(body: str | bytes | None) -> None:
        message = json.loads(body or "{}")
        payload = message.get("payload", message)
        if payload and "query" in payload:
            sent.add(payload["query"])

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", keep)

    page.on("request", lambda request: keep(request.post_data))
    page.on("websocket", listen)
    return sent


async def test_the_dashboard_lives_on_its_own_documents(
    dunia: Dunia, terdaftar: Layanan, page: Page
) -> None:
    sent = sent_by(page)
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.DRAFT)
    await log_in(page, terdaftar, dunia.super)
    await figure(page, "draft", 1)
    await expect(page.locator("[data-koneksi]")).to_have_attribute("data-koneksi", "langsung")

    await submit(terdaftar, dunia.staf, skp_id)

    await figure(page, "pengajuan", 1)
    await page.locator("[data-unit] a").first.click()
    await page.get_by_role("button", name="Perorangan").click()
    await expect(page.locator("[data-orang]")).to_have_count(6)
    for jenis, kunci in (("matriks", "nol"), ("penilaian", "belumDinilai")):
        await page.click(f"[data-jenis={jenis}]")
        await figure(page, kunci, 6)
    await expect(page.get_by_text("belum menetapkan periode penilaian akhir")).to_be_visible()
    assert len(sent) > 6
    assert sent <= set(read_list(OWN_DOCUMENTS))
