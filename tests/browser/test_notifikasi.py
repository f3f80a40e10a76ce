"""The bell in a real browser: what is told comes by itself, and is marked as read."""

from playwright.async_api import Page, expect

from models.rules.vocabulary import JenisKoreksi, StatusSkp
from tests.browser import test_dashboard
from tests.browser.test_dashboard import log_in, submit
from tests.buatan import KEMBALIKAN, buat_berstatus
from tests.dunia import Dunia
from tests.layanan import Layanan
from tests.mutations.test_koreksi_ajukan import AJUKAN

page = test_dashboard.page
pytestmark = test_dashboard.pytestmark

BELL = "[data-belum-dibaca]"
LIST = "[data-pemberitahuan]"


async def unread(page: Page, count: int) -> None:
    """The bell shows, or soon will, so many."""
    await expect(page.locator(BELL)).to_have_attribute("data-belum-dibaca", str(count))


async def test_the_pejabat_penilai_is_told_on_the_open_page(
    dunia: Dunia, service: Layanan, page: Page
) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.DRAFT)
    await log_in(page, service, dunia.kabag)
    await unread(page, 0)
    await page.click(BELL)
    await expect(page.get_by_text("Belum ada pemberitahuan")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.locator(BELL)).to_be_focused()

    await submit(service, dunia.staf, skp_id)

    await unread(page, 1)
    await page.keyboard.press("Enter")
    who = dunia.staf.pegawai.nama
    await expect(page.locator(LIST)).to_contain_text(f"{who} mengajukan SKP tahun 2026")
    await expect(page.locator(LIST)).to_contain_text("baru saja")
    await page.get_by_role("button", name="Tandai semua dibaca").click()
    await unread(page, 0)
    await page.reload()
    await expect(page.locator(BELL)).to_be_visible()
    await unread(page, 0)


async def test_a_pegawai_without_a_dashboard_is_told_why_it_came_back(
    dunia: Dunia, service: Layanan, page: Page
) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN)
    await log_in(page, service, dunia.staf)
    await unread(page, 0)
    token = await service.token(dunia.kabag.pegawai)
    alasan = "Target <b>belum</b> terukur"
    await service.minta(token, KEMBALIKAN, id=skp_id, alasan=alasan)
    await unread(page, 1)
    await page.click(BELL)
    await expect(page.locator(LIST)).to_contain_text("mengembalikan SKP Anda tahun 2026")
    await expect(page.locator(f"{LIST} blockquote")).to_have_text(alasan)


async def test_an_admin_reads_what_a_pegawai_reports(
    dunia: Dunia, service: Layanan, page: Page
) -> None:
    await log_in(page, service, dunia.admin)
    await unread(page, 0)
    token = await service.token(dunia.staf.pegawai)
    laporan = {
        "jenis": JenisKoreksi.JABATAN,
        "uraian": "Jabatan saya <i>Analis</i>.",
    }
    await service.minta(token, AJUKAN, input=laporan)
    await unread(page, 1)
    await page.click(BELL)
    await expect(page.locator(LIST)).to_contain_text("staf melaporkan datanya perlu dikoreksi")
    await expect(page.locator(f"{LIST} blockquote")).to_have_text(laporan["uraian"])
