"""The examples of docs/contoh: played against a real service over the demo, and complete."""

import json
import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from graphql import FieldNode, OperationDefinitionNode, OperationType, parse, validate
from typer.testing import CliRunner

from commands.__main__ import app
from commands.contoh.berkas import FOLDER, BerkasSalahError, Contoh, sampai_bab, semua_contoh
from commands.contoh.nilai import NilaiTidakAdaError, ambil, isi
from commands.contoh.pemutar import ContohGagalError, Pemutar
from commands.simulasi.klien import Klien
from models.counters import differences, hari_ini
from resolvers.demo.demo import demo
from tests.layanan import layanan
from tests.penelusuran import GRAPHQL

CONTOH = semua_contoh()
MANUAL = FOLDER.parent / "manual.md"

# Every section of the manual that does something.
BAGIAN = (
    *("2.1", "2.2", "3.1", "3.2", "4", "4.1", "5.1", "5.2", "6.1.1", "6.1.2"),
    *("6.2.1", "6.2.2", "6.2.3", "7.1", "7.2", "7.3", "7.4"),
)


@pytest.fixture
async def klien(database: str, tmp_path: Path) -> AsyncIterator[Klien]:
    """A service that has loaded the demo; its accounts are in `tmp_path`."""
    await demo(tmp_path, hari_ini().year)
    with layanan(database, EKINERJA_LOGIN_ATTEMPTS="1000") as running:
        klien = Klien(running.url)
        yield klien
        await klien.aclose()


@pytest.mark.anyio
async def test_the_story_can_be_played(klien: Klien, database: str, tmp_path: Path) -> None:
    accounts = json.loads((tmp_path / "demo-akun.json").read_text(encoding="utf-8"))
    tahun_ini = hari_ini().year
    pemutar = await Pemutar.baru(klien, accounts, tahun_ini)
    assert pemutar.nilai["tahun"] == tahun_ini - 1
    for contoh in CONTOH:
        try:
            await pemutar.putar(contoh)
        except ContohGagalError as error:
            pytest.fail(f"{contoh.nama}: {error}")
    again = await Pemutar.baru(klien, accounts, tahun_ini)
    assert again.nilai["tahun"] == tahun_ini - 2  # it can be played again, beside the first
    assert await differences() == []


def _fields(jenis: OperationType) -> Iterator[str]:
    """The root fields that some example asks for."""
    for contoh in CONTOH:
        for node in parse(contoh.document).definitions:
            if isinstance(node, OperationDefinitionNode) and node.operation is jenis:
                yield from (
                    field.name.value
                    for field in node.selection_set.selections
                    if isinstance(field, FieldNode)
                )


@pytest.mark.parametrize("jenis", list(OperationType))
def test_every_operation_has_an_example(jenis: OperationType) -> None:
    root = GRAPHQL.get_root_type(jenis)
    assert root is not None
    assert set(_fields(jenis)) == set(root.fields)


def test_every_section_of_the_manual_has_an_example() -> None:
    assert set(BAGIAN) <= {contoh.bab for contoh in CONTOH}


@pytest.mark.parametrize("contoh", CONTOH, ids=lambda contoh: contoh.nama)
def test_an_example_is_a_valid_document_in_its_place(contoh: Contoh) -> None:
    assert validate(GRAPHQL, parse(contoh.document)) == []
    assert re.fullmatch(rf"{re.escape(contoh.bab)}-\d\d-[a-z-]+", contoh.nama)


def test_operations_have_names_of_their_own() -> None:
    names = re.findall(
        r"^(?:query|mutation|subscription) (\w+)", "\n".join(c.document for c in CONTOH), re.M
    )
    assert len(set(names)) == len(CONTOH)


def _links(page: Path) -> set[str]:
    return set(re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")))


def test_the_manuals_page_links_every_example_and_nothing_else() -> None:
    links = _links(MANUAL)
    assert {f"contoh/{contoh.nama}.graphql" for contoh in CONTOH} <= links
    assert [link for link in links if not (MANUAL.parent / link).exists()] == []


def test_the_manuals_page_links_rules_that_there_are() -> None:
    rules = (MANUAL.parent / "aturan.md").read_text(encoding="utf-8")
    headings = {
        title.lower().replace(" ", "-") for title in re.findall(r"^## (.+)$", rules, re.MULTILINE)
    }
    anchors = re.findall(r"\(aturan\.md#([^)]+)\)", MANUAL.read_text(encoding="utf-8"))
    assert set(anchors) <= headings


def test_a_chapter_ends_with_its_last_section() -> None:
    assert sampai_bab(CONTOH, "6")[-1].bab == "6.2.3"
    assert sampai_bab(CONTOH, "6.1")[-1].bab == "6.1.2"
    assert sampai_bab(CONTOH, "4")[-1].bab == "4.1"
    assert sampai_bab(CONTOH, "9") == []


HEAD = "# Bab 3.1: Judul\n# Pelaku: seseorang\n"


@pytest.mark.parametrize(
    "text",
    [
        "query A { saya { nama } }",
        f"{HEAD}# Pelaku: orang lain\nquery A {{ saya {{ nama }} }}",
        f"{HEAD}# Variabel: {{\nquery A {{ saya {{ nama }} }}",
        f"{HEAD}# Simpan: nama\nquery A {{ saya {{ nama }} }}",
        f"{HEAD}{{ saya {{ nama }} }}",
        f"{HEAD}query A {{ saya {{ nama }}",
    ],
)
def test_a_file_that_is_no_example_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "3.1-01-salah.graphql").write_text(text, encoding="utf-8")
    with pytest.raises(BerkasSalahError, match="01-salah"):
        semua_contoh(tmp_path)


def test_an_example_is_read_as_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "3.1-01-satu.graphql").write_text(
        f'{HEAD}# Variabel: {{"id": "{{{{skp}}}}",\n#   "n": 1}}\n# Sebuah penjelasan.\n'
        "# Simpan: rhk = skp.rhk.0.id\n# Hasil: skp.versi = 2\n\nquery A { saya { nama } }\n",
        encoding="utf-8",
    )
    [contoh] = semua_contoh(tmp_path)
    assert (contoh.bab, contoh.judul, contoh.pelaku) == ("3.1", "Judul", "seseorang")
    assert contoh.variabel == {"id": "{{skp}}", "n": 1}
    assert contoh.simpan == {"rhk": "skp.rhk.0.id"}
    assert contoh.hasil == {"skp.versi": 2}


def test_values_are_handed_on() -> None:
    known = {"tahun": 2025, "skp": "skp_1"}
    given = {"tahun": "{{tahun}}", "awal": "{{tahun}}-01-01", "ids": ["{{skp}}", 3]}
    assert isi(given, known) == {"tahun": 2025, "awal": "2025-01-01", "ids": ["skp_1", 3]}
    assert ambil({"skp": {"rhk": [{"id": "rhk_1"}]}}, "skp.rhk.0.id") == "rhk_1"
    for path in ("skp.rhk", "skp.0", "rhk"):
        with pytest.raises(NilaiTidakAdaError, match=path):
            ambil({"skp": None}, path)
    with pytest.raises(NilaiTidakAdaError, match="lain"):
        isi("{{lain}}", known)


def test_the_command_says_what_is_missing(tmp_path: Path) -> None:
    accounts = tmp_path / "akun.json"
    accounts.write_text(
        '[{"peran": "SUPER_ADMIN", "nip": "1", "nama": "A", "kataSandi": "x", "keterangan": ""}]',
        encoding="utf-8",
    )
    for arguments, message in (
        (["9"], "tidak ada bab 9"),
        (["--akun", str(tmp_path / "lain.json")], "scripts/ekinerja demo"),
        (["--akun", str(accounts), "--alamat", "http://127.0.0.1:9"], "scripts/serve --demo"),
    ):
        ended = CliRunner().invoke(app, ["contoh", *arguments])
        assert ended.exit_code == 1
        assert message in ended.stderr
