"""The accounts of the demo: who can log in to try it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from models.database import execute_many
from models.rules.vocabulary import Peran
from resolvers.akun.kata_sandi import acak
from resolvers.demo.orang import INSTANSI, Orang

KATA_SANDI = "Kinerja-Demo-2026"

KANTOR_SUPER_ADMIN = "Direktorat Infrastruktur dan Keamanan Teknologi Informasi"

# Instansi → the office of its admin, and the offices whose head and bawahan have accounts.
KANTOR_ADMIN = {
    "4011": "Biro Sumber Daya Manusia",
    "5300": "Sekretariat Badan Kepegawaian Daerah",
    "6304": "Badan Kepegawaian dan Pengembangan SDM",
}
KANTOR_AKUN = {
    "4011": ("Biro Umum", "Direktorat Kinerja ASN", "Kantor Regional I Yogyakarta"),
    "5300": ("Dinas Kesehatan", "RSUD Wijayakusuma", "Bidang Mutasi dan Promosi"),
    "6304": ("Dinas Pendidikan", "Puskesmas Sokaraja", "Kecamatan Sokaraja"),
}

BAWAHAN_PEJABAT = 2
BAWAHAN_STAF = 5


@dataclass(frozen=True)
class AkunDemo:
    """An account; `nip_atasan` is the NIP of the pejabat penilai when he has one here too."""

    peran: Peran
    nip: str
    nama: str
    instansi: str
    keterangan: str
    nip_atasan: str | None = None
    instansi_kode: str | None = None

    @property
    def sebutan(self) -> str:
        """What the account is for. Pimpinan and bawahan have the same role."""
        return (
            self.keterangan if self.peran is Peran.PEGAWAI else f"{self.peran}: {self.keterangan}"
        )


def akun_demo(people: Sequence[Orang]) -> list[AkunDemo]:
    """The accounts: a super admin, an admin of each instansi, some heads with their bawahan."""
    accounts = {account.nip: account for account in _everyone(people)}
    roles = list(Peran)
    return sorted(accounts.values(), key=lambda account: roles.index(account.peran))


def _everyone(people: Sequence[Orang]) -> Iterator[AkunDemo]:
    for instansi in INSTANSI:
        here = [o for o in people if o.tempat.instansi is instansi and o.aktif]
        for kantor in KANTOR_AKUN[instansi.kode]:
            yield from _kantor(here, kantor)
    # After the others: whoever is chosen twice has the higher role.
    for instansi in INSTANSI:
        admin = _last_staf(people, instansi.kode, KANTOR_ADMIN[instansi.kode])
        yield _akun(admin, Peran.ADMIN_INSTANSI, f"admin {instansi.nama}", None, instansi.kode)
    super_admin = _last_staf(people, INSTANSI[0].kode, KANTOR_SUPER_ADMIN)
    yield _akun(super_admin, Peran.SUPER_ADMIN, "semua instansi")


def _kantor(here: Sequence[Orang], nama: str) -> Iterator[AkunDemo]:
    """The head of an office, some heads just below, and some of the staff."""
    inside = [o for o in here if o.tempat.kantor.nama == nama]
    head = next(o for o in inside if o.memimpin)
    below = (o for o in here if o.memimpin and o.tempat.induk_kode == head.tempat.kode)
    staf = (o for o in inside if not o.memimpin)
    yield _akun(head, Peran.PEGAWAI, f"pimpinan {nama}")
    for orang in (*islice(below, BAWAHAN_PEJABAT), *islice(staf, BAWAHAN_STAF)):
        what = f"bawahan {head.jabatan.nama}"
        yield _akun(orang, Peran.PEGAWAI, what, head.nip)


def _last_staf(people: Sequence[Orang], instansi_kode: str, kantor: str) -> Orang:
    return [
        orang
        for orang in people
        if (orang.tempat.instansi.kode, orang.tempat.kantor.nama) == (instansi_kode, kantor)
        and orang.aktif
        and not orang.memimpin
    ][-1]


def _akun(
    orang: Orang,
    peran: Peran,
    keterangan: str,
    nip_atasan: str | None = None,
    instansi_kode: str | None = None,
) -> AkunDemo:
    instansi = orang.tempat.instansi.nama
    return AkunDemo(peran, orang.nip, orang.nama, instansi, keterangan, nip_atasan, instansi_kode)


async def tulis_akun(accounts: Sequence[AkunDemo]) -> None:
    """Write the accounts into the database, all with the one demo password."""
    kata_sandi = await acak(KATA_SANDI)
    await execute_many(
        "INSERT INTO akun (pegawai_id, peran, instansi_id, kata_sandi, aktif)"
        " VALUES ((SELECT id FROM pegawai WHERE nip = $1), $2,"
        " (SELECT id FROM instansi WHERE kode = $3), $4, TRUE)",
        [
            (account.nip, account.peran.value, account.instansi_kode, kata_sandi)
            for account in accounts
        ],
    )


def tulis_berkas_akun(path: Path, accounts: Sequence[AkunDemo]) -> None:
    """Write the accounts as JSON, for people and for `simulasi`."""
    rows = [
        {
            "peran": account.peran,
            "nip": account.nip,
            "nama": account.nama,
            "kataSandi": KATA_SANDI,
            "instansi": account.instansi,
            "keterangan": account.keterangan,
            "nipAtasan": account.nip_atasan,
        }
        for account in accounts
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
