"""Reminding in a real browser: from the figures to the bells of those who are late."""

from playwright.async_api import Page, expect

from models.rules.vocabulary import StatusSkp
from tests.browser import test_dashboard
from tests.browser.test_dashboard import log_in
from tests.browser.test_notifikasi import BELL, LIST, unread
from tests.buatan import buat_berstatus
from tests.dunia import Dunia
from tests.layanan import Layanan
from tests.mutations.test_unor_ingatkan import SETAHUN, TAHUN

page = test_dashboard.page
pytestmark = test_dashboard.pytestmark

TOMBOL = "[data-ingatkan]"
KABAR = "[data-kabar]"


async def test_a_pimpinan_reminds_those_who_are_late(
    dunia: Dunia, service: Layanan, page: Page
) -> None:
    await log_in(page, service, dunia.kabag)
    await page.click(TOMBOL)
    await expect(page.locator("dialog[open]")).to_contain_text("3 orang belum mengajukan SKP")
    await page.get_by_label("Pesan").fill("Batasnya <b>Jumat</b>.")
    await page.get_by_role("button", name="Kirim pengingat").click()
    await expect(page.locator(KABAR)).to_have_text(
        "Sudah diingatkan: 2 orang yang belum mengajukan SKP."
    )
    await page.get_by_role("button", name="Tutup").click()
    await expect(page.locator(TOMBOL)).to_be_focused()

    await page.click(TOMBOL)
    await page.get_by_role("button", name="Kirim pengingat").click()
    await expect(page.locator(KABAR)).to_contain_text(
        "Tidak ada lagi yang perlu Anda ingatkan hari ini"
    )
    await page.keyboard.press("Escape")


async def test_whoever_is_late_reads_it_in_the_bell(
    dunia: Dunia, service: Layanan, page: Page
) -> None:
    await log_in(page, service, dunia.staf)
    await unread(page, 0)
    token = await service.token(dunia.kabag.pegawai)
    ingatkan = 'mutation ($id: ID!) { unorIngatkan(id: $id, input: {tahun: %d, pesan: "Jumat"})'
    await service.minta(
        token, ingatkan % TAHUN + " { jumlahPegawai } }", id=f"unor_{dunia.bagian.id}"
    )
    await unread(page, 1)
    await page.click(BELL)
    await expect(page.locator(LIST)).to_contain_text(f"SKP Anda tahun {TAHUN} belum diajukan")
    await expect(page.locator(f"{LIST} blockquote")).to_have_text("Jumat")


async def test_where_everybody_got_there_nobody_is_reminded(
    dunia: Dunia, service: Layanan, page: Page
) -> None:
    for siapa in (dunia.staf, dunia.rekan):
        await buat_berstatus(siapa, dunia.kabag, StatusSkp.PERSETUJUAN, SETAHUN)
    await buat_berstatus(dunia.kabag, dunia.kabiro, StatusSkp.PERSETUJUAN, SETAHUN)
    await log_in(page, service, dunia.kabag)
    await expect(page.locator("h1")).to_be_visible()
    await expect(page.locator(TOMBOL)).to_have_count(0)
