"""The three dashboards in a real browser: one is chosen, and moves; and so does its periode."""

from datetime import date

from playwright.async_api import Page, expect

from models.rules.vocabulary import JenisPeriode
from tests.browser import test_dashboard
from tests.browser.test_dashboard import act, figure, log_in
from tests.buatan import SKP_BUAT, TAHUN, masukan_skp
from tests.dunia import Dunia
from tests.layanan import Layanan
from tests.penilai import DI_ATAS, SESUAI, TETAPKAN, buat_periode, nilai, siap_dinilai

page = test_dashboard.page
pytestmark = test_dashboard.pytestmark

TRIWULAN_1 = (date(TAHUN, 1, 1), date(TAHUN, 3, 31))


async def test_each_dashboard_is_chosen_by_keyboard_and_moves(
    dunia: Dunia, service: Layanan, page: Page
) -> None:
    skp_id, tahunan = await siap_dinilai(dunia)
    await log_in(page, service, dunia.super)
    await figure(page, "persetujuan", 1)
    await page.locator("[data-jenis=matriks]").focus()
    await page.keyboard.press("Enter")
    await figure(page, "nol", 8)
    await expect(page.locator("[data-jenis=matriks]")).to_be_focused()
    await expect(page.locator("[data-jenis=matriks]")).to_have_attribute("aria-current", "page")
    await expect(page.get_by_text("belum terlibat dalam matriks mana pun")).to_be_visible()
    await expect(page.get_by_text("Belum ada yang terlibat")).to_be_visible()
    await expect(page.locator("[data-kurva]")).to_have_count(0)

    await act(service, dunia.kabag, SKP_BUAT, input=masukan_skp())  # staf stands in his matriks

    await figure(page, "satu", 1)
    row = page.locator(f"[data-unit=instansi_{dunia.instansi.id}]")
    await expect(row).to_have_attribute("data-satu", "1")
    await expect(page.locator("[data-perubahan]")).to_contain_text("Matriks 1 +1")

    await page.click("[data-jenis=penilaian]")
    await figure(page, "belumDinilai", 8)
    await expect(page.get_by_label("Periode")).to_have_count(0)
    masukan = {"periodeId": tahunan, "hasilKerja": DI_ATAS, "perilaku": DI_ATAS}
    await act(service, dunia.kabag, TETAPKAN, skpId=skp_id, input=masukan)
    await figure(page, "sangatBaik", 1)
    await expect(row).to_have_attribute("data-sangat-baik", "1")
    await page.reload()
    await figure(page, "sangatBaik", 1)
    await page.go_back()
    await figure(page, "satu", 1)


async def test_a_pimpinan_chooses_the_periode(dunia: Dunia, service: Layanan, page: Page) -> None:
    skp_id, tahunan = await siap_dinilai(dunia)
    triwulan = await buat_periode(dunia.instansi, TRIWULAN_1, JenisPeriode.TRIWULAN)
    await nilai(dunia.kabag, skp_id, tahunan, hasilKerja=DI_ATAS, perilaku=DI_ATAS)
    await log_in(page, service, dunia.kabiro)
    await figure(page, "persetujuan", 1)
    await page.click("[data-jenis=penilaian]")
    await figure(page, "sangatBaik", 1)
    await expect(page.locator("[data-judul]")).to_have_text(f"Penilaian akhir tahun {TAHUN}")

    await page.get_by_label("Periode").select_option(label="TRIWULAN 01")
    await figure(page, "sangatBaik", 0)
    await expect(page.locator("[data-judul]")).to_contain_text("TRIWULAN 01")
    masukan = {"periodeId": triwulan, "hasilKerja": SESUAI, "perilaku": SESUAI}
    await act(service, dunia.kabag, TETAPKAN, skpId=skp_id, input=masukan)
    await figure(page, "baik", 1)
    await page.locator(f"[data-unit=unor_{dunia.bagian.id}] a[href]").first.click()
    await figure(page, "total", 3)
    await figure(page, "baik", 1)
    await page.get_by_role("button", name="Perorangan").click()
    staf = page.locator(f"[data-orang='{dunia.staf.pegawai.nip}']")
    await expect(staf.locator("[data-bagian=baik]")).to_have_text("Baik")
    await page.get_by_label("Periode").select_option(label="Akhir tahun")
    await figure(page, "sangatBaik", 1)
    await expect(staf.locator("[data-bagian=sangatBaik]")).to_have_text("Sangat baik")
