"""Status perorangan in a real browser: the people behind the figures."""

from playwright.async_api import Page, Route, expect

from models.counters import recount
from models.organisasi import Pegawai
from models.rules.vocabulary import JenisJabatan, JenisPegawai, StatusSkp
from tests.browser import test_dashboard
from tests.browser.test_dashboard import figure, log_in, submit
from tests.buatan import buat_berstatus
from tests.dunia import Dunia, Orang
from tests.layanan import Layanan

page = test_dashboard.page
pytestmark = test_dashboard.pytestmark

PEOPLE = "[data-orang]"
STATUS = "Saring menurut pengisian"
SEARCH = "Cari nama atau NIP"


async def shown(page: Page, *siapa: Orang) -> None:
    """Exactly these people are listed, or soon will be."""
    await expect(page.locator(PEOPLE)).to_have_count(len(siapa))
    for orang in siapa:
        await expect(page.locator(f"[data-orang='{orang.pegawai.nip}']")).to_be_visible()


async def test_a_figure_opens_its_people_who_move_with_it(
    dunia: Dunia, service: Layanan, page: Page
) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.DRAFT)
    await buat_berstatus(dunia.rekan, dunia.kabag, StatusSkp.PENGAJUAN)
    await log_in(page, service, dunia.admin)
    await figure(page, "draft", 1)
    await page.get_by_role("link", name="Draft, lihat perorangan").click()
    await shown(page, dunia.staf)
    row = page.locator(PEOPLE)
    await expect(row).to_contain_text("jabatan staf")
    await expect(row).to_contain_text("bagian")
    await expect(row.locator("[data-bagian=draft]")).to_have_text("Draft")
    await expect(row.locator("[data-bagian=nol]")).to_have_text("Matriks 0")

    await submit(service, dunia.staf, skp_id)

    await expect(page.get_by_text("Tidak ada orang di bagian “Draft”")).to_be_visible()
    await page.get_by_label(STATUS).select_option(label="Pengajuan")
    await shown(page, dunia.staf, dunia.rekan)
    await page.get_by_role("button", name="Per unit").click()
    await page.locator(f"[data-unit=unor_{dunia.biro.id}] a[href*='perorangan=belumBuat']").click()
    await figure(page, "total", 4)
    await shown(page, dunia.kabiro, dunia.kabag)


async def test_searching_by_name_and_nip(dunia: Dunia, service: Layanan, page: Page) -> None:
    await log_in(page, service, dunia.kabag)  # whose unor has none below
    await page.get_by_role("link", name="Lihat perorangan", exact=True).click()
    await shown(page, dunia.kabag, dunia.rekan, dunia.staf)
    search = page.get_by_label(SEARCH)
    await search.fill("STA")
    await shown(page, dunia.staf)
    nip = dunia.rekan.pegawai.nip
    await search.fill(f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}")
    await shown(page, dunia.rekan)
    await search.fill("tidak ada")
    await expect(page.get_by_text("Tidak ada yang cocok")).to_be_visible()
    assert "tidak" not in page.url  # nobody's name goes into an address
    await page.get_by_role("button", name="Hapus saringan").click()
    await shown(page, dunia.kabag, dunia.rekan, dunia.staf)


async def test_page_after_page_and_what_fails_is_tried_again(
    dunia: Dunia, service: Layanan, page: Page
) -> None:
    await Pegawai.bulk_create(
        [
            Pegawai(
                nip=f"199001012015011{number:03d}",
                nama=f"orang {number:03d}",
                instansi_id=dunia.instansi.id,
                unor_id=dunia.akar.id,
                jenis_pegawai=JenisPegawai.PNS,
                golongan="III/a",
                jenis_jabatan=JenisJabatan.PELAKSANA,
                nama_jabatan="pelaksana",
            )
            for number in range(1, 61)
        ]
    )
    await recount()
    await log_in(page, service, dunia.admin)
    await figure(page, "total", 66)

    async def refuse(route: Route) -> None:
        if "query Perorangan" in (route.request.post_data or ""):
            await route.abort()
        else:
            await route.continue_()

    await page.route("**/graphql", refuse)
    await page.get_by_role("button", name="Perorangan").click()
    await expect(page.get_by_role("alert")).to_contain_text("tidak dapat dihubungi")
    await page.unroute("**/graphql")
    await page.get_by_role("button", name="Coba lagi").click()
    await expect(page.locator(PEOPLE)).to_have_count(50)
    await page.get_by_role("button", name="Muat lagi").click()
    await expect(page.locator(PEOPLE)).to_have_count(66)
    await expect(page.get_by_role("button", name="Muat lagi")).to_have_count(0)
