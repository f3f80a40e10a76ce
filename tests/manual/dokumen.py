"""What the screens of the manual ask for."""

from typing import Any


def mutasi(nama: str, result: str, *, id_: str = "", masukan: str = "") -> str:
    """The mutation `nama`, with the result fields asked for; `id_` is the name of its selector, if
    it has one, and `masukan` the type of its input."""
    declared = [f"${id_}: ID!"] if id_ else []
    given = [f"{id_}: ${id_}"] if id_ else []
    if masukan:
        declared.append(f"$input: {masukan}!")
        given.append("input: $input")
    return (
        f"mutation ({', '.join(declared)}) {{ {nama}({', '.join(given)})"
        f" {{ {result} userErrors {{ message code }} }} }}"
    )


SKP_BUAT = mutasi("skpBuat", "skp { id status }", masukan="SkpBuatInput")
SKP_AJUKAN = mutasi("skpAjukan", "skp { status }", id_="id")
SKP_SETUJUI = mutasi("skpSetujui", "skp { status }", id_="id")
SKP_KEMBALIKAN = mutasi("skpKembalikan", "skp { id }", id_="id", masukan="AlasanInput")
SKP_BUKA_KEMBALI = mutasi("skpBukaKembali", "skp { id }", id_="id", masukan="AlasanInput")
RHK_TAMBAH = mutasi("rhkTambah", "rhk { id }", id_="skpId", masukan="RhkTambahInput")
INDIKATOR_TAMBAH = mutasi(
    "indikatorTambah", "indikator { id }", id_="rhkId", masukan="IndikatorTambahInput"
)


def setahun(tahun: int, pendekatan: str = "KUANTITATIF") -> dict[str, Any]:
    return {
        "periodeAwal": f"{tahun}-01-01",
        "periodeAkhir": f"{tahun}-12-31",
        "pendekatan": pendekatan,
    }
