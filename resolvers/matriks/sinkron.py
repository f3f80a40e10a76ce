"""Who stands in which matrix: worked out from who rates whom and who is in whose tim kerja, and
written whenever one of them changes (manual 5.1, *Sinkronisasi SKP Bawahan*).

A matrix goes with its SKP, and an SKP with its rows: whoever changes a matrix holds the rows of its
owner and of everybody who is put in or taken out.
"""

from collections.abc import Awaitable, Callable, Iterable, Sequence

from models.database import any_of, execute, fetch
from models.intervensi import overlaps_sql
from models.memimpin import memimpin_sql
from models.pejabat_penilai import pejabat_penilai_sql
from resolvers.unit_of_work import UnitOfWork
from subscriptions.events import SKP, Event

People = set[int]

# The rows that there should be: `top` is the SKP whose the matrix is, `plan` the one that stands
# in it.
_SAME_TIME = f"plan.tahun = top.tahun AND {overlaps_sql('plan', 'top')}"
_BAWAHAN = f"""
SELECT top.id AS skp_id, CAST(NULL AS INTEGER) AS tim_kerja_id, plan.id AS baris_id, plan.pegawai_id
FROM skp top JOIN skp plan ON plan.pejabat_penilai_id = top.pegawai_id AND {_SAME_TIME}
WHERE {{about}}
"""
_ANGGOTA = f"""
SELECT top.id AS skp_id, tim.id AS tim_kerja_id, plan.id AS baris_id, plan.pegawai_id
FROM tim_kerja tim JOIN anggota_tim anggota ON anggota.tim_kerja_id = tim.id
JOIN skp top ON top.pegawai_id = tim.ketua_id AND top.tahun = tim.tahun
JOIN skp plan ON plan.pegawai_id = anggota.pegawai_id AND {_SAME_TIME}
WHERE {{about}}
"""

# The matrices that there should be, even without a row.
_KESELURUHAN = f"""
SELECT top.id AS skp_id, CAST(NULL AS INTEGER) AS tim_kerja_id FROM skp top
WHERE {{about}} AND ({memimpin_sql("top.pegawai_id", "top.jenis_jabatan")} OR EXISTS
    (SELECT 1 FROM tim_kerja tim WHERE tim.ketua_id = top.pegawai_id AND tim.tahun = top.tahun))
"""
_PER_TIM = """
SELECT top.id AS skp_id, tim.id AS tim_kerja_id
FROM tim_kerja tim JOIN skp top ON top.pegawai_id = tim.ketua_id AND top.tahun = tim.tahun
WHERE {about}
"""

# The people around a person $1 in a year: whoever rates him now, those he rates, the ketua and the
# members of the teams that he is in or leads.
_AROUND = """
SELECT {penilai} AS id
FROM pegawai orang JOIN unor tempat ON tempat.id = orang.unor_id WHERE orang.id = $1
UNION SELECT plan.pegawai_id FROM skp plan
WHERE plan.pejabat_penilai_id = $1 AND plan.tahun = {tahun}
UNION SELECT tim.ketua_id FROM anggota_tim anggota
JOIN tim_kerja tim ON tim.id = anggota.tim_kerja_id
WHERE anggota.pegawai_id = $1 AND tim.tahun = {tahun}
UNION SELECT anggota.pegawai_id FROM tim_kerja tim
JOIN anggota_tim anggota ON anggota.tim_kerja_id = tim.id
WHERE tim.ketua_id = $1 AND tim.tahun = {tahun}
"""
# And around his SKP $2: whoever rates it, in whose matrices it stands, and who stands in its own.
_AROUND_SKP = """
UNION SELECT pejabat_penilai_id FROM skp WHERE id = $2 AND pegawai_id = $1
UNION SELECT top.pegawai_id FROM skp plan JOIN baris_matriks baris ON baris.skp_id = plan.id
JOIN matriks ON matriks.id = baris.matriks_id JOIN skp top ON top.id = matriks.skp_id
WHERE plan.id = $2 AND plan.pegawai_id = $1
UNION SELECT plan.pegawai_id FROM skp top JOIN matriks ON matriks.skp_id = top.id
JOIN baris_matriks baris ON baris.matriks_id = matriks.id JOIN skp plan ON plan.id = baris.skp_id
WHERE top.id = $2 AND top.pegawai_id = $1
"""


async def hold(
    work: UnitOfWork, *pegawai_ids: int, and_: Callable[[], Awaitable[People]]
) -> People:
    """Lock these people and those whom `and_` finds; all that are held.

    If others joined while these were waited for, all are let go and locked anew, so that nobody
    waits for anybody out of order.
    """
    wanted = {*pegawai_ids, *await and_()}
    while True:
        await work.mark()
        await work.lock_pegawai(*wanted)
        joined = await and_() - wanted
        if not joined:
            return wanted
        await work.let_go()
        wanted |= joined


async def around(pegawai_id: int, tahun: int) -> People:
    """Whose matrices or rows an SKP that a person makes in `tahun` may change."""
    return await people(_around("$2"), pegawai_id, tahun)


async def around_skp(pegawai_id: int, skp_id: int) -> People:
    """The same of an SKP that there is, of this person; nobody for another one's."""
    its_year = "(SELECT tahun FROM skp WHERE id = $2 AND pegawai_id = $1)"
    return await people(_around(its_year) + _AROUND_SKP, pegawai_id, skp_id)


def _around(tahun: str) -> str:
    return _AROUND.format(tahun=tahun, penilai=pejabat_penilai_sql("tempat", "orang.id"))


async def people(sql: str, *params: object) -> People:
    """The ids that `sql` gives."""
    return {row["id"] for row in await fetch(sql, params) if row["id"] is not None}


async def lacking(pegawai_id: int, matriks_id: int) -> People:
    """Who should stand in a matrix of this person, and does not."""
    return await people(
        f"SELECT perlu.pegawai_id AS id FROM ({_of_matriks()}) perlu"
        " JOIN skp top ON top.id = perlu.skp_id WHERE top.pegawai_id = $2 AND NOT EXISTS"
        " (SELECT 1 FROM baris_matriks baris"
        " WHERE baris.matriks_id = $1 AND baris.skp_id = perlu.baris_id)",
        matriks_id,
        pegawai_id,
    )


async def place(work: UnitOfWork, skp_id: int) -> None:
    """A new SKP, or one of another period: its own matrices, and its rows in those of others."""
    rows = [
        branch.format(about=f"{side}.id = $1")
        for branch in (_BAWAHAN, _ANGGOTA)
        for side in ("top", "plan")
    ]
    own = [branch.format(about="top.id = $1") for branch in (_KESELURUHAN, _PER_TIM)]
    await _add(work, rows, skp_id, even=own)


async def change_penilai(work: UnitOfWork, skp_ids: Sequence[int], before: int | None) -> None:
    """SKP whose pejabat penilai is another one than `before`: their rows leave the matrices of all
    of that one's people for those of the new one's."""
    these, ids = any_of("plan.id", "$1"), list(skp_ids)
    if before is not None:
        where = f"{these} AND top.pegawai_id = $2 AND matriks.tim_kerja_id IS NULL"
        await _remove(work, where, ids, before)
    await _add(work, [_BAWAHAN.format(about=these)], ids)


async def place_with_ketua(work: UnitOfWork, tim_id: int, anggota_ids: Sequence[int]) -> None:
    """New members of a tim kerja: its matrices, and their rows in them."""
    about = f"tim.id = $1 AND {any_of('anggota.pegawai_id', '$2')}"
    own = _PER_TIM.format(about="tim.id = $1")
    await _add(work, [_ANGGOTA.format(about=about)], tim_id, list(anggota_ids), even=[own])


async def fill(work: UnitOfWork, matriks_id: int) -> None:
    """Whoever should stand in a matrix."""
    await _add(work, [_of_matriks()], matriks_id)


async def leave_other_times(work: UnitOfWork, skp_id: int) -> None:
    """An SKP of another period: the rows in its matrices, and its own in those of others, that
    share no day any more."""
    for side in ("top", "plan"):
        await _remove(work, f"{side}.id = $1 AND NOT {overlaps_sql('plan', 'top')}", skp_id)


async def leave_everything(work: UnitOfWork, skp_id: int) -> None:
    """An SKP that goes leaves the matrices of others; its own go with it."""
    await _remove(work, "plan.id = $1", skp_id)


async def leave_ketua(work: UnitOfWork, tim_id: int, anggota_ids: Sequence[int]) -> None:
    """People who are no longer in a tim kerja leave its matrices."""
    where = f"matriks.tim_kerja_id = $1 AND {any_of('plan.pegawai_id', '$2')}"
    await _remove(work, where, tim_id, list(anggota_ids))


def _of_matriks() -> str:
    skp, tim = (f"(SELECT {key} FROM matriks WHERE id = $1)" for key in ("skp_id", "tim_kerja_id"))
    whole = _BAWAHAN.format(about=f"top.id = {skp} AND {tim} IS NULL")
    return f"{whole} UNION ALL {_ANGGOTA.format(about=f'top.id = {skp} AND tim.id = {tim}')}"


async def _add(
    work: UnitOfWork, rows: Sequence[str], *params: object, even: Sequence[str] = ()
) -> None:
    """Add the rows that these select, and the matrices that they need; `even` those that these
    select."""
    wanted = " UNION ALL ".join(rows)
    needed = " UNION ".join((f"SELECT DISTINCT skp_id, tim_kerja_id FROM ({wanted}) perlu", *even))
    await execute(
        f"INSERT INTO matriks (skp_id, tim_kerja_id) SELECT * FROM ({needed}) perlu WHERE TRUE"
        " ORDER BY 1, 2 ON CONFLICT DO NOTHING",
        params,
    )
    added = await people(
        "INSERT INTO baris_matriks (matriks_id, skp_id)"
        f" SELECT matriks.id, perlu.baris_id FROM ({wanted}) perlu"
        " JOIN matriks ON matriks.skp_id = perlu.skp_id"
        " AND coalesce(matriks.tim_kerja_id, 0) = coalesce(perlu.tim_kerja_id, 0)"
        f" WHERE TRUE ORDER BY 1, 2 ON CONFLICT DO NOTHING RETURNING {_OWNER} AS id",
        *params,
    )
    say(work, added)


async def _remove(work: UnitOfWork, where: str, *params: object) -> None:
    removed = await people(
        "DELETE FROM baris_matriks WHERE id IN (SELECT baris.id FROM baris_matriks baris"
        " JOIN matriks ON matriks.id = baris.matriks_id JOIN skp top ON top.id = matriks.skp_id"
        f" JOIN skp plan ON plan.id = baris.skp_id WHERE {where}) RETURNING {_OWNER} AS id",
        *params,
    )
    say(work, removed)


# The pimpinan of the matrix of a row.
_OWNER = (
    "(SELECT top.pegawai_id FROM matriks JOIN skp top ON top.id = matriks.skp_id"
    " WHERE matriks.id = baris_matriks.matriks_id)"
)


def say(work: UnitOfWork, pegawai_ids: Iterable[int]) -> None:
    """Let whoever watches know that something in the SKP or the matrices of these changed."""
    work.events += [Event(SKP, pegawai_id) for pegawai_id in sorted(pegawai_ids)]
