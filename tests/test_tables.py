"""The tables hold what they can of the rules, and are what the models say, on both databases."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from tortoise import Tortoise
from tortoise.exceptions import IntegrityError

from models.akun import Akun
from models.database import Dialect, connection, dialect, fetch
from models.database.migrate import migrate, pending
from models.organisasi import Pegawai, Unor
from models.rules.vocabulary import Peran
from models.skp import Rhk, Skp
from tests.dunia import Dunia

pytestmark = pytest.mark.anyio


async def columns_of(table: str) -> set[tuple[str, bool]]:
    """The table's columns, each with whether it may be null."""
    if dialect() is Dialect.POSTGRES:
        rows = await fetch(
            "SELECT column_name AS name, is_nullable = 'YES' AS nullable"
            " FROM information_schema.columns WHERE table_name = $1",
            [table],
        )
        return {(row["name"], row["nullable"]) for row in rows}
    rows = await fetch(f"PRAGMA table_info({table})")
    return {(row["name"], not row["notnull"] and not row["pk"]) for row in rows}


async def test_the_models_are_the_tables(database: str) -> None:
    apps = Tortoise.apps
    assert apps is not None
    for model in apps["models"].values():
        fields = model._meta.fields_map
        declared = {
            (column, bool(fields[name].null))
            for name, column in model._meta.fields_db_projection.items()
        }
        assert await columns_of(model._meta.db_table) == declared, model


async def test_migrating_again_changes_nothing(database: str) -> None:
    assert await pending() == []
    assert await migrate() == []


async def test_an_instansi_has_one_root(dunia: Dunia) -> None:
    with pytest.raises(IntegrityError):
        await Unor.create(instansi=dunia.instansi, kode="dua", nama="akar kedua")


async def test_a_unor_stays_in_its_instansi(dunia: Dunia) -> None:
    with pytest.raises(IntegrityError):
        await Unor.create(instansi=dunia.lain, induk=dunia.akar, kode="x", nama="x")
    with pytest.raises(IntegrityError):
        await Unor.filter(id=dunia.biro.id).update(induk_id=dunia.biro.id)


async def test_a_unors_kode_is_unique_in_its_instansi(dunia: Dunia) -> None:
    with pytest.raises(IntegrityError):
        await Unor.create(instansi=dunia.instansi, induk=dunia.akar, kode=dunia.biro.kode, nama="x")


async def test_a_pegawai_stays_in_his_instansi_and_his_nip_is_his_own(dunia: Dunia) -> None:
    with pytest.raises(IntegrityError):
        await Pegawai.filter(id=dunia.staf.pegawai.id).update(instansi_id=dunia.lain.id)
    with pytest.raises(IntegrityError):
        await Pegawai.filter(id=dunia.staf.pegawai.id).update(nip=dunia.rekan.pegawai.nip)
    with pytest.raises(IntegrityError):
        await connection().execute_query(
            f"UPDATE pegawai SET nip = '123' WHERE id = {dunia.staf.pegawai.id}"
        )


async def test_who_is_still_needed_cannot_be_deleted(dunia: Dunia) -> None:
    with pytest.raises(IntegrityError):
        await Pegawai.filter(id=dunia.kabag.pegawai.id).delete()
    with pytest.raises(IntegrityError):
        await Unor.filter(id=dunia.bagian.id).delete()


async def test_an_admin_has_an_instansi_and_nobody_else_has(dunia: Dunia) -> None:
    with pytest.raises(IntegrityError):
        await Akun.filter(id=dunia.staf.akun.id).update(peran=Peran.ADMIN_INSTANSI)
    with pytest.raises(IntegrityError):
        await Akun.filter(id=dunia.staf.akun.id).update(instansi_id=dunia.instansi.id)


def skp_values(dunia: Dunia, **changes: Any) -> dict[str, Any]:
    moment = datetime.now(UTC)
    return {
        "pegawai_id": dunia.staf.pegawai.id,
        "pejabat_penilai_id": dunia.kabag.pegawai.id,
        "unor_id": dunia.bagian.id,
        "tahun": 2026,
        "periode_awal": date(2026, 1, 1),
        "periode_akhir": date(2026, 12, 31),
        "pendekatan": "KUANTITATIF",
        "status_jabatan": "DEFINITIF",
        "jenis_jabatan": "PELAKSANA",
        "nama_jabatan": "x",
        "dibuat": moment,
        "diubah": moment,
        **changes,
    }


async def test_an_skp_ends_after_it_begins_and_has_another_as_pejabat_penilai(
    dunia: Dunia,
) -> None:
    for changes in (
        {"periode_akhir": date(2026, 1, 1)},
        {"pejabat_penilai_id": dunia.staf.pegawai.id},
    ):
        with pytest.raises(IntegrityError):
            await Skp.create(**skp_values(dunia, **changes))


async def test_deleting_an_skp_takes_its_rhk_along_but_never_one_that_is_intervened(
    dunia: Dunia,
) -> None:
    atas = await Skp.create(
        **skp_values(dunia, pegawai_id=dunia.kabag.pegawai.id, pejabat_penilai_id=None)
    )
    bawah = await Skp.create(**skp_values(dunia))
    rhk = await Rhk.create(skp=atas, jenis="UTAMA", uraian="atas", urutan=1)
    await Rhk.create(skp=bawah, jenis="UTAMA", uraian="bawah", urutan=1, rhk_atasan=rhk)

    with pytest.raises(IntegrityError):
        await atas.delete()
    await bawah.delete()
    await atas.delete()

    assert await Rhk.all().count() == 0
