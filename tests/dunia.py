"""The tests' small world: two instansi, and people in every position that the rules tell apart."""

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
from graphql import GraphQLError

from models.akun import Akun, Sesi
from models.counters import recount
from models.organisasi import Instansi, Pegawai, Unor
from models.rules.aktor import Aktor
from models.rules.vocabulary import JenisInstansi, JenisJabatan, JenisPegawai, Peran
from resolvers.akun.kata_sandi import acak
from resolvers.akun.pembatas import Pembatas
from resolvers.akun.token import Keys, RefreshToken
from schema.build import build_schema
from schema.context import Context
from schema.cost import Limits
from schema.documents import InvalidError
from schema.live import Live
from subscriptions.hub import Hub

KATA_SANDI = "kata-sandi-uji-2026"
KEYS = Keys("kunci-uji-kunci-uji-kunci-uji-kunci-uji", 900, 86_400)
SCHEMA = build_schema(Limits(10**12, 100, 10**6))  # tests ask for more than is served
_ACAKAN: list[str] = []


@dataclass
class Jawaban:
    """What the schema answered."""

    data: dict[str, Any] | None
    errors: list[GraphQLError]

    @property
    def codes(self) -> list[str]:
        """The codes of the top-level errors."""
        return [str((error.extensions or {}).get("code")) for error in self.errors]

    def payload(self) -> Any:
        """The only root field's value; no top-level error allowed."""
        assert not self.errors, self.errors
        assert self.data is not None
        return next(iter(self.data.values()))

    def user_errors(self) -> list[str]:
        """The codes in the only payload's userErrors."""
        return [error["code"] for error in self.payload()["userErrors"]]


@dataclass
class Orang:
    """A person who can act."""

    pegawai: Pegawai
    akun: Akun
    sesi: Sesi

    @property
    def aktor(self) -> Aktor:
        return Aktor(
            sesi_id=self.sesi.id,
            akun_id=self.akun.id,
            pegawai_id=self.pegawai.id,
            instansi_id=self.pegawai.instansi_id,
            peran=self.akun.peran,
            admin_instansi_id=self.akun.instansi_id,
            berakhir=int(time.time()) + 900,
        )

    async def minta(self, document: str, **variables: Any) -> Jawaban:
        """Ask the schema as this person."""
        return await minta(self.aktor, document, **variables)


@dataclass
class Dunia:
    """Instansi A: akar ⟵ biro ⟵ bagian. Instansi B: akar only.

    kepala leads A's akar, kabiro the biro, kabag the bagian; staf and rekan work in the bagian;
    asing works in B. admin administers A, super everything.
    """

    instansi: Instansi
    lain: Instansi
    akar: Unor
    biro: Unor
    bagian: Unor
    orang: dict[str, Orang] = field(default_factory=dict)

    def __getattr__(self, nama: str) -> Orang:
        people: dict[str, Orang] = self.__dict__.get(
            "orang", {}
        )  # a copy in the making has none yet
        if nama not in people:
            raise AttributeError(nama)
        return people[nama]


async def minta(aktor: Aktor | None, document: str, **variables: Any) -> Jawaban:
    """Ask the schema as `aktor`; None is nobody."""
    context = Context(KEYS, Live(Hub(0.05)), Pembatas(1000), "127.0.0.1", aktor)
    return await jawab(context, document, **variables)


async def jawab(context: Context, document: str, **variables: Any) -> Jawaban:
    """What the schema answers, as a client reads it."""
    try:
        result = await SCHEMA.run(SCHEMA.prepare(document, variables, None), context)
    except InvalidError as invalid:
        return Jawaban(None, invalid.errors)
    return Jawaban(orjson.loads(orjson.dumps(result.data)), result.errors or [])


async def buat_dunia() -> Dunia:
    """Write the world into the open database."""
    a = await Instansi.create(kode="A", nama="Instansi A", jenis=JenisInstansi.PUSAT)
    b = await Instansi.create(kode="B", nama="Instansi B", jenis=JenisInstansi.DAERAH)
    akar = await unor(a, "akar")
    biro = await unor(a, "biro", akar)
    bagian = await unor(a, "bagian", biro)
    akar_b = await unor(b, "akar-b")
    dunia = Dunia(a, b, akar, biro, bagian)
    jpt, jf = JenisJabatan.JPT_PRATAMA, JenisJabatan.JF_AHLI_MUDA
    for nama, place, jabatan in (
        ("kepala", akar, jpt),
        ("kabiro", biro, jpt),
        ("kabag", bagian, JenisJabatan.ADMINISTRATOR),
        ("staf", bagian, jf),
        ("rekan", bagian, jf),
        ("asing", akar_b, jf),
        ("admin", akar, jf),
        ("super", akar_b, jf),
    ):
        dunia.orang[nama] = await orang(nama, place, jabatan)
    for place, nama in ((akar, "kepala"), (biro, "kabiro"), (bagian, "kabag")):
        await pimpin(place, dunia.orang[nama])
    await beri_peran(dunia.admin, Peran.ADMIN_INSTANSI, a.id)
    await beri_peran(dunia.super, Peran.SUPER_ADMIN)
    await recount()
    return dunia


async def unor(instansi: Instansi, nama: str, induk: Unor | None = None) -> Unor:
    made = await Unor.create(instansi=instansi, induk=induk, kode=nama, nama=nama)
    made.jalur = f"{induk.jalur if induk else ''}{made.id}/"
    await made.save(update_fields=["jalur"])
    return made


async def orang(nama: str, place: Unor, jabatan: JenisJabatan = JenisJabatan.PELAKSANA) -> Orang:
    """A new person with an account, in `place`."""
    number = await Pegawai.all().count() + 1
    pegawai = await Pegawai.create(
        nip=f"1985010120100110{number:02d}"[:18] if number < 100 else f"198501012010{number:06d}",
        nama=nama,
        instansi_id=place.instansi_id,
        unor=place,
        jenis_pegawai=JenisPegawai.PNS,
        golongan="III/c",
        jenis_jabatan=jabatan,
        nama_jabatan=f"jabatan {nama}",
    )
    return await berakun(pegawai)


async def berakun(pegawai: Pegawai) -> Orang:
    """Give an account to somebody who has none."""
    if not _ACAKAN:
        _ACAKAN.append(await acak(KATA_SANDI))
    akun = await Akun.create(pegawai=pegawai, peran=Peran.PEGAWAI, kata_sandi=_ACAKAN[0])
    return Orang(pegawai, akun, await sesi_baru(akun))


async def sesi_baru(akun: Akun) -> Sesi:
    """Log in."""
    token = RefreshToken.new()
    return await Sesi.create(
        akun=akun,
        kunci=token.kunci,
        token_hash=token.digest,
        kedaluwarsa=datetime.now(UTC) + timedelta(days=1),
    )


async def pimpin(place: Unor, siapa: Orang) -> None:
    await Unor.filter(id=place.id).update(pimpinan_id=siapa.pegawai.id)


async def beri_peran(siapa: Orang, peran: Peran, instansi_id: int | None = None) -> None:
    siapa.akun.peran, siapa.akun.instansi_id = peran, instansi_id
    await siapa.akun.save(update_fields=["peran", "instansi_id"])
