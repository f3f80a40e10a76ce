"""The curve of the year in a real browser."""

from datetime import date

from playwright.async_api import Page, expect

from models.rules.vocabulary import StatusSkp
from tests.browser import test_dashboard
from tests.browser.test_dashboard import log_in, submit
from tests.buatan import TAHUN, buat_berstatus
from tests.dunia import Dunia
from tests.layanan import Layanan
from tests.test_riwayat_pengisian import mundur

page = test_dashboard.page
pytestmark = test_dashboard.pytestmark

TAHUN_LALU = (date(TAHUN - 1, 1, 1), date(TAHUN - 1, 12, 31))
SLIDER = "[data-kurva] input"


async def reads(page: Page, status: str, value: int) -> None:
    """The curve's caption reads, or soon will, `value`."""
    await expect(page.locator(f"[data-hari={status}]")).to_have_attribute("data-nilai", str(value))


async def test_the_last_point_moves_while_the_page_is_open(
    dunia: Dunia, service: Layanan, page: Page
) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.DRAFT)
    await mundur(10)
    await log_in(page, service, dunia.super)
    await reads(page, "draft", 1)
    summary = page.locator("[data-ringkasan]")
    await expect(summary).to_contain_text("0,0% sudah mengajukan")
    await expect(summary).to_contain_text(f"Tahun {TAHUN - 1} belum tercatat")

    await submit(service, dunia.staf, skp_id)

    await reads(page, "pengajuan", 1)
    await expect(summary).to_contain_text("12,5% sudah mengajukan")
    await page.locator(SLIDER).focus()
    await page.keyboard.press("Home")
    await reads(page, "pengajuan", 0)
    await reads(page, "draft", 1)
    await page.keyboard.press("ArrowRight")  # nothing happened on the day after
    await reads(page, "draft", 1)
    spoken = await page.locator(SLIDER).get_attribute("aria-valuetext")
    assert spoken
    assert "Draft 1" in spoken
    await page.keyboard.press("End")
    await reads(page, "pengajuan", 1)


async def test_the_sentence_compares_with_last_year(
    dunia: Dunia, service: Layanan, page: Page
) -> None:
    await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN, TAHUN_LALU)
    await mundur(400)
    await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.DRAFT)
    await log_in(page, service, dunia.super)
    await expect(page.locator("[data-ringkasan]")).to_contain_text(
        f"12,5 poin persen tertinggal dari tahun {TAHUN - 1}"
    )


async def test_a_year_without_skp_has_no_curve(dunia: Dunia, service: Layanan, page: Page) -> None:
    await log_in(page, service, dunia.super)
    await expect(page.get_by_text(f"Belum ada SKP tahun {TAHUN} di sini")).to_be_visible()
    await expect(page.locator(SLIDER)).to_have_count(0)


async def test_one_day_is_no_curve_yet(dunia: Dunia, service: Layanan, page: Page) -> None:
    await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.DRAFT)
    await log_in(page, service, dunia.super)
    await expect(page.get_by_text("Baru satu hari yang tercatat")).to_be_visible()
    await reads(page, "draft", 1)
    await expect(page.locator(SLIDER)).to_have_count(0)
