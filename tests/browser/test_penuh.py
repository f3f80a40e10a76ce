"""An account with more screens open than it may have is told so, in words."""

from playwright.async_api import Page, expect

from tests.browser import test_dashboard
from tests.browser.test_dashboard import figure, log_in
from tests.dunia import Dunia
from tests.layanan import layanan

page = test_dashboard.page
pytestmark = test_dashboard.pytestmark


async def test_one_screen_too_many_says_what_to_do(dunia: Dunia, database: str, page: Page) -> None:
    with layanan(database, EKINERJA_CONNECTIONS="1") as service:
        await log_in(page, service, dunia.super)
        await figure(page, "total", 8)
        second = await page.context.new_page()
        await second.goto(service.url)
        await expect(second.get_by_text("Terlalu banyak layar dibuka")).to_be_visible()
        await expect(second.get_by_text("Tutup salah satu layar lain")).to_be_visible()
        await expect(second.locator("[data-koneksi]")).to_have_attribute("data-koneksi", "penuh")
