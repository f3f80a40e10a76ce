"""The page in a real browser: open, somebody else submits, the figures move. No reload."""

import shutil
from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Page, async_playwright, expect

from models.rules.vocabulary import StatusSkp
from tests.buatan import buat_berstatus
from tests.dunia import KATA_SANDI, Dunia, Orang
from tests.layanan import Layanan, layanan

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium tidak ada; pasang paket chromium"),
]

AJUKAN = "mutation Ajukan($id: ID!) { skpAjukan(id: $id) { userErrors { code } } }"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync", "--no-first-run"]

expect.set_options(timeout=15_000)  # a busy machine takes its time


@pytest.fixture
async def page() -> AsyncIterator[Page]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = await browser.new_context(locale="id-ID")
        yield await context.new_page()
        await browser.close()


# What of a form lies outside of it.
STICKS_OUT = """() => {
  const [form] = document.forms, { left, right } = form.getBoundingClientRect();
  return [...form.querySelectorAll('*')].filter((each) => {
    const box = each.getBoundingClientRect();
    return box.left < left - 1 || box.right > right + 1;
  }).map((each) => each.outerHTML.slice(0, 80));
}"""


async def log_in(page: Page, service: Layanan, siapa: Orang, kata_sandi: str = KATA_SANDI) -> None:
    await page.goto(service.url)
    await page.fill("input[name=nip]", siapa.pegawai.nip)
    await page.fill("input[name=kataSandi]", kata_sandi)
    await page.click("button[type=submit]")


async def figure(page: Page, name: str, value: int) -> None:
    """The main figure `name` shows, or soon will, `value`."""
    await expect(page.locator(f"[data-angka={name}]")).to_have_attribute("data-nilai", str(value))


async def act(service: Layanan, siapa: Orang, document: str, **variables: Any) -> None:
    """A mutation as another client would send it; it does what is asked."""
    token = await service.token(siapa.pegawai)
    answer = await service.minta(token, document, **variables)
    [payload] = answer["data"].values()
    assert payload["userErrors"] == []


async def submit(service: Layanan, siapa: Orang, skp_id: str) -> None:
    await act(service, siapa, AJUKAN, id=skp_id)


async def test_the_figures_move_while_the_page_is_open(
    dunia: Dunia, service: Layanan, page: Page
) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.DRAFT)
    await log_in(page, service, dunia.super)
    await figure(page, "draft", 1)
    await figure(page, "pengajuan", 0)
    await expect(page.locator("[data-koneksi]")).to_have_attribute("data-koneksi", "langsung")
    await page.evaluate("window.tidakDimuatUlang = true")

    await submit(service, dunia.staf, skp_id)

    await figure(page, "draft", 0)
    await figure(page, "pengajuan", 1)
    row = page.locator(f"[data-unit=instansi_{dunia.instansi.id}]")
    await expect(row).to_have_attribute("data-pengajuan", "1")
    await expect(page.locator("[data-perubahan]")).to_contain_text("Instansi A")
    assert await page.evaluate("window.tidakDimuatUlang") is True


async def test_drilling_down_to_a_unor_and_back(dunia: Dunia, service: Layanan, page: Page) -> None:
    await log_in(page, service, dunia.super)
    await page.locator(f"[data-unit=instansi_{dunia.instansi.id}] a").first.click()
    await figure(page, "total", 6)
    await page.locator(f"[data-unit=unor_{dunia.biro.id}] a").first.click()
    await figure(page, "total", 4)
    await page.reload()
    await figure(page, "total", 4)
    await page.go_back()
    await figure(page, "total", 6)


async def test_the_page_comes_back_by_itself_when_the_service_does(
    dunia: Dunia, database: str, page: Page
) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.DRAFT)
    with layanan(database) as first:
        await log_in(page, first, dunia.super)
        await figure(page, "pengajuan", 0)
    await expect(page.locator("[data-koneksi]")).not_to_have_attribute("data-koneksi", "langsung")
    await figure(page, "pengajuan", 0)  # the last figures stay on the screen
    with layanan(database, port=first.port) as second:
        await submit(second, dunia.staf, skp_id)
        await expect(page.locator("[data-koneksi]")).to_have_attribute(
            "data-koneksi", "langsung", timeout=30_000
        )
        await figure(page, "pengajuan", 1)


async def test_a_wrong_password_says_so_next_to_the_form(
    dunia: Dunia, service: Layanan, page: Page
) -> None:
    await log_in(page, service, dunia.super, kata_sandi="bukan-kata-sandinya")
    await expect(page.get_by_text("NIP atau kata sandi salah")).to_be_visible()
    await page.set_viewport_size({"width": 360, "height": 740})
    assert await page.evaluate(STICKS_OUT) == []


async def test_a_pegawai_without_a_dashboard_is_told_so(
    dunia: Dunia, service: Layanan, page: Page
) -> None:
    await log_in(page, service, dunia.staf)
    await expect(page.get_by_text(dunia.staf.pegawai.nip)).to_be_visible()
    await expect(page.locator("[data-angka]")).to_have_count(0)


async def test_a_pimpinan_opens_the_unor_he_leads(
    dunia: Dunia, service: Layanan, page: Page
) -> None:
    await log_in(page, service, dunia.kabiro)
    await figure(page, "total", 4)
