"""What the tests make through the public mutations, and how they look at what happened."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.database import Row, fetch
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import (
    JenisLampiran,
    JenisRhk,
    Pendekatan,
    Perspektif,
    StatusJabatan,
    StatusSkp,
)
from tests.dunia import Jawaban, Orang

TAHUN = 2026
SETAHUN = (date(TAHUN, 1, 1), date(TAHUN, 12, 31))
SEMESTER_1 = (date(TAHUN, 1, 1), date(TAHUN, 6, 30))
SEMESTER_2 = (date(TAHUN, 7, 1), date(TAHUN, 12, 31))

# Texts that something on the way might stumble over.
SULIT = (
    "'petik' dan \"kutip\" dan `aksen`",
    "baris satu\nbaris dua\r\nbaris tiga\ttab",
    "garis \\ miring \\n \\u0041 \\",
    "emoji 🙂👩‍👩‍👧 dan huruf ꦧꦱꦗꦮ العربية é é",
    "$1 ? %s {t} {c} '; DROP TABLE skp; --",
    '{"json": [1, null]}',
    "\x01\x1f\x7f\u2028\u2029\ufeff",
)

SKP_BUAT = """
mutation ($input: SkpBuatInput!) {
  skpBuat(input: $input) { skp { id } userErrors { code field } }
}
"""
RHK_TAMBAH = """
mutation ($skpId: ID!, $input: RhkTambahInput!) {
  rhkTambah(skpId: $skpId, input: $input) { rhk { id } userErrors { code field } }
}
"""
INDIKATOR_TAMBAH = """
mutation ($rhkId: ID!, $input: IndikatorTambahInput!) {
  indikatorTambah(rhkId: $rhkId, input: $input) { indikator { id } userErrors { code field } }
}
"""
LAMPIRAN_TAMBAH = """
mutation ($skpId: ID!, $input: LampiranTambahInput!) {
  lampiranTambah(skpId: $skpId, input: $input) { lampiran { id } userErrors { code field } }
}
"""
KANDIDAT = "query ($id: ID!) { skp(id: $id) { rhkKandidatIntervensi { id } } }"
AJUKAN = "mutation ($id: ID!) { skpAjukan(id: $id) { userErrors { code field } } }"
SETUJUI = "mutation ($id: ID!) { skpSetujui(id: $id) { userErrors { code field } } }"
KEMBALIKAN = """
mutation ($id: ID!, $alasan: String!) {
  skpKembalikan(id: $id, input: {alasan: $alasan}) { userErrors { code field } }
}
"""
BUKA_KEMBALI = """
mutation ($id: ID!, $alasan: String!) {
  skpBukaKembali(id: $id, input: {alasan: $alasan}) { userErrors { code field } }
}
"""
HAPUS = "mutation ($id: ID!) { skpHapus(id: $id) { id userErrors { code field } } }"

# Ids that name nothing, whatever the noun: a wrong noun, garbage, digits that are not ASCII.
ID_ASAL = (
    "skp_",
    "skp_9999999999",
    "skp_999999",
    "x",
    "",
    "_",
    "_1",
    "skp_-1",
    "skp_1_1",
    "skp_１",
    "SKP_1",
    " skp_1",
    "skp_1\x00",
)


def masukan_skp(
    periode: tuple[date, date] = SETAHUN,
    pendekatan: Pendekatan = Pendekatan.KUANTITATIF,
    status_jabatan: StatusJabatan = StatusJabatan.DEFINITIF,
) -> dict[str, Any]:
    """A SkpBuatInput."""
    return {
        "periodeAwal": periode[0].isoformat(),
        "periodeAkhir": periode[1].isoformat(),
        "pendekatan": pendekatan,
        "statusJabatan": status_jabatan,
    }


async def buat(
    pemilik: Orang,
    periode: tuple[date, date] = SETAHUN,
    pendekatan: Pendekatan = Pendekatan.KUANTITATIF,
    status_jabatan: StatusJabatan = StatusJabatan.DEFINITIF,
) -> str:
    """A new DRAFT of `pemilik`; its id."""
    masukan = masukan_skp(periode, pendekatan, status_jabatan)
    payload = berhasil(await pemilik.minta(SKP_BUAT, input=masukan))
    return str(payload["skp"]["id"])


async def tambah_rhk(
    pemilik: Orang, skp_id: str, jenis: JenisRhk = JenisRhk.UTAMA, **isi: Any
) -> str:
    """A new RHK; its id."""
    masukan = {"jenis": jenis, "uraian": "Layanan selesai tepat waktu", **isi}
    payload = berhasil(await pemilik.minta(RHK_TAMBAH, skpId=skp_id, input=masukan))
    return str(payload["rhk"]["id"])


async def tambah_indikator(pemilik: Orang, rhk_id: str, **isi: Any) -> str:
    """A new indikator, complete for KUANTITATIF unless `isi` says otherwise; its id."""
    lengkap = {
        "uraian": "Berkas selesai",
        "target": "100 berkas",
        "perspektif": Perspektif.PROSES_BISNIS,
    }
    payload = berhasil(await pemilik.minta(INDIKATOR_TAMBAH, rhkId=rhk_id, input=lengkap | isi))
    return str(payload["indikator"]["id"])


async def tambah_lampiran(
    pemilik: Orang, skp_id: str, jenis: JenisLampiran = JenisLampiran.KONSEKUENSI, uraian: str = "x"
) -> str:
    """A new lampiran; its id."""
    masukan = {"jenis": jenis, "uraian": uraian}
    payload = berhasil(await pemilik.minta(LAMPIRAN_TAMBAH, skpId=skp_id, input=masukan))
    return str(payload["lampiran"]["id"])


async def isi_lengkap(pemilik: Orang, skp_id: str, **isi: Any) -> str:
    """Make a KUANTITATIF draft fit to be submitted; the id of its RHK."""
    kandidat = (await pemilik.minta(KANDIDAT, id=skp_id)).payload()["rhkKandidatIntervensi"]
    if kandidat:
        isi = {"rhkAtasanId": kandidat[0]["id"], **isi}
    rhk_id = await tambah_rhk(pemilik, skp_id, **isi)
    await tambah_indikator(pemilik, rhk_id)
    return rhk_id


async def ajukan(pemilik: Orang, skp_id: str) -> None:
    berhasil(await pemilik.minta(AJUKAN, id=skp_id))


async def setujui(penilai: Orang, skp_id: str) -> None:
    berhasil(await penilai.minta(SETUJUI, id=skp_id))


async def buat_berstatus(
    pemilik: Orang, penilai: Orang, status: StatusSkp, periode: tuple[date, date] = SETAHUN
) -> str:
    """A complete SKP in `status`, brought there by the public way; its id."""
    skp_id = await buat(pemilik, periode)
    await isi_lengkap(pemilik, skp_id)
    if status is not StatusSkp.DRAFT:
        await ajukan(pemilik, skp_id)
    if status is StatusSkp.PERSETUJUAN:
        await setujui(penilai, skp_id)
    return skp_id


def berhasil(jawaban: Jawaban) -> Any:
    """The payload of a mutation that did what was asked."""
    payload = jawaban.payload()
    assert payload["userErrors"] == []
    return payload


def ditolak(jawaban: Jawaban, *alasan: tuple[KodeKesalahan, Sequence[str] | None]) -> None:
    """The mutation was refused for exactly these reasons, in this order, and gave back nothing."""
    payload = dict(jawaban.payload())
    errors = payload.pop("userErrors")
    wanted = [(kode.value, None if field is None else list(field)) for kode, field in alasan]
    assert [(error["code"], error["field"]) for error in errors] == wanted
    assert all(value is None for value in payload.values())


def ditolak_di_atas(jawaban: Jawaban, kode: str) -> None:
    """The request had exactly one top-level error, and no payload."""
    assert jawaban.codes == [kode], jawaban.errors
    assert list((jawaban.data or {}).values()) in ([], [None])


# Looking behind the schema: what the tables hold.

_TABEL = (
    *("skp", "rhk", "indikator", "riwayat", "unor", "pegawai", "koreksi", "sesi"),
    *("hitungan_pegawai", "hitungan_pengisian"),
)


async def potret() -> dict[str, list[Row]]:
    """Every row that a use case of an SKP, or of those who make it, can touch."""
    return {
        tabel: await fetch(
            f"SELECT * FROM {tabel} ORDER BY {'unor_id' if tabel == 'hitungan_pegawai' else 'id'}"
        )
        for tabel in _TABEL
    }


@dataclass(frozen=True)
class Jejak:
    """The part of an audit row that does not depend on the clock."""

    aksi: str
    pelaku_id: int
    alasan: str | None
    dari: str | None
    ke: str | None


async def jejak(id_: str) -> list[Jejak]:
    """The audit trail of an SKP, a unor or a pegawai, oldest first; there even when it is gone."""
    rows = await fetch(
        "SELECT aksi, pelaku_id, alasan, dari, ke FROM riwayat"
        " WHERE noun = $1 AND noun_id = $2 ORDER BY id",
        [id_.partition("_")[0], kunci(id_)],
    )
    return [Jejak(**row) for row in rows]


async def baris_skp(skp_id: str) -> Row:
    """The row behind an SKP's id."""
    return (await fetch("SELECT * FROM skp WHERE id = $1", [kunci(skp_id)]))[0]


async def hitungan(unor_id: int, tahun: int = TAHUN) -> tuple[int, int, int]:
    """The counter of a unor: draft, pengajuan, persetujuan."""
    rows = await fetch(
        "SELECT draft, pengajuan, persetujuan FROM hitungan_pengisian"
        " WHERE unor_id = $1 AND tahun = $2",
        [unor_id, tahun],
    )
    return tuple(rows[0].values()) if rows else (0, 0, 0)


def kunci(global_id: str) -> int:
    """The key inside a global id."""
    return int(global_id.rpartition("_")[2])


async def tolak_id_asal(
    siapa: Orang, document: str, kata_kunci: str, bukan: Sequence[str], **lain: Any
) -> None:
    """Garbage, and ids of another noun, are not found; each with one top-level error."""
    for id_ in (*ID_ASAL, *bukan):
        ditolak_di_atas(await siapa.minta(document, **{kata_kunci: id_}, **lain), "NOT_FOUND")
