"""Writing the demo's SKP in bulk; runs inside the demo's transaction."""

import json
from collections.abc import Sequence
from datetime import date

from models.database import execute_many, fetch
from resolvers.demo.skp import Langkah, SkpDemo

Kunci = tuple[int, str, str]  # pegawai, first day, status jabatan: one SKP of the demo


async def tulis_skp(plans: Sequence[SkpDemo]) -> None:
    """Write the SKP with their RHK, indikator and history."""
    await _write_skp(plans)
    ids = await _skp_ids()
    numbered = [(ids[_kunci(plan)], plan) for plan in plans]
    await _write_rhk(numbered, ids)
    await _write_indikator(numbered)
    await _write_riwayat(numbered)


def _kunci(plan: SkpDemo) -> Kunci:
    return plan.pegawai.id, plan.periode_awal.isoformat(), plan.status_jabatan


async def _write_skp(plans: Sequence[SkpDemo]) -> None:
    await execute_many(
        "INSERT INTO skp (pegawai_id, pejabat_penilai_id, unor_id, tahun, periode_awal,"
        " periode_akhir, pendekatan, status_jabatan, jenis_jabatan, nama_jabatan, status, versi,"
        " dibuat, diubah) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        [
            (
                plan.pegawai.id,
                plan.pegawai.pejabat_penilai_id,
                plan.pegawai.unor_id,
                plan.periode_awal.year,
                plan.periode_awal,
                plan.periode_akhir,
                plan.pendekatan.value,
                plan.status_jabatan.value,
                plan.pegawai.jenis_jabatan.value,
                plan.pegawai.nama_jabatan,
                plan.status.value,
                len(plan.langkah),
                plan.langkah[0].waktu,
                plan.langkah[-1].waktu,
            )
            for plan in plans
        ],
    )


async def _skp_ids() -> dict[Kunci, int]:
    rows = await fetch("SELECT id, pegawai_id, periode_awal, status_jabatan FROM skp")
    return {
        (row["pegawai_id"], str(row["periode_awal"]), row["status_jabatan"]): row["id"]
        for row in rows
    }


async def _write_rhk(numbered: Sequence[tuple[int, SkpDemo]], ids: dict[Kunci, int]) -> None:
    """In the order of the plans: the RHK of an atasan are there before those that name them."""
    await execute_many(
        "INSERT INTO rhk (skp_id, rhk_atasan_id, jenis, klasifikasi, uraian, penugasan_dari,"
        " urutan) VALUES ($1, (SELECT id FROM rhk WHERE skp_id = $2 AND urutan = $3),"
        " $4, $5, $6, $7, $8)",
        [
            (
                skp_id,
                ids[_kunci(plan.atasan)] if plan.atasan else None,
                rhk.rhk_atasan,
                rhk.jenis.value,
                rhk.klasifikasi,
                rhk.uraian,
                rhk.penugasan_dari,
                urutan,
            )
            for skp_id, plan in numbered
            for urutan, rhk in enumerate(plan.rhk, start=1)
        ],
    )


async def _write_indikator(numbered: Sequence[tuple[int, SkpDemo]]) -> None:
    rows = await fetch("SELECT id, skp_id, urutan FROM rhk")
    ids = {(row["skp_id"], row["urutan"]): row["id"] for row in rows}
    await execute_many(
        "INSERT INTO indikator (rhk_id, uraian, target, perspektif, aspek, urutan)"
        " VALUES ($1, $2, $3, $4, $5, $6)",
        [
            (
                ids[skp_id, place],
                indikator.uraian,
                indikator.target,
                indikator.perspektif,
                indikator.aspek,
                urutan,
            )
            for skp_id, plan in numbered
            for place, rhk in enumerate(plan.rhk, start=1)
            for urutan, indikator in enumerate(rhk.indikator, start=1)
        ],
    )


async def _write_riwayat(numbered: Sequence[tuple[int, SkpDemo]]) -> None:
    await execute_many(
        "INSERT INTO riwayat (noun, noun_id, aksi, pelaku_id, waktu, alasan, dari, ke)"
        " VALUES ('skp', $1, $2, $3, $4, $5, $6, $7)",
        [
            (
                skp_id,
                langkah.aksi.value if langkah.aksi else "BUAT",
                langkah.pelaku_id,
                langkah.waktu,
                langkah.alasan,
                json.dumps({"status": langkah.dari}) if langkah.dari else None,
                json.dumps(_after(plan, langkah)),
            )
            for skp_id, plan in numbered
            for langkah in plan.langkah
        ],
    )


def _after(plan: SkpDemo, langkah: Langkah) -> dict[str, str | date]:
    if langkah.aksi:
        return {"status": langkah.ke}
    return {
        "periodeAwal": plan.periode_awal.isoformat(),
        "periodeAkhir": plan.periode_akhir.isoformat(),
        "pendekatan": plan.pendekatan,
        "statusJabatan": plan.status_jabatan,
    }
