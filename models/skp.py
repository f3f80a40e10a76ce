"""SKP, its RHK and their indikator (docs/aturan.md: SKP)."""

from datetime import date, datetime

from tortoise import fields
from tortoise.models import Model

from models.organisasi import Pegawai, Unor
from models.rules.vocabulary import (
    AspekIndikator,
    JenisJabatan,
    JenisLampiran,
    JenisRhk,
    KlasifikasiRhk,
    Pendekatan,
    Perspektif,
    StatusJabatan,
    StatusSkp,
)


class Skp(Model):
    """One person's plan for one period of one calendar year.

    Keeps the unor, jabatan and pejabat penilai it was made for. `versi` rises with every change.
    """

    id = fields.IntField(primary_key=True)
    pegawai: fields.ForeignKeyRelation[Pegawai] = fields.ForeignKeyField(
        "models.Pegawai", related_name="skp", on_delete=fields.RESTRICT
    )
    pejabat_penilai: fields.ForeignKeyNullableRelation[Pegawai] = fields.ForeignKeyField(
        "models.Pegawai", related_name="skp_dinilai", null=True, on_delete=fields.RESTRICT
    )
    unor: fields.ForeignKeyRelation[Unor] = fields.ForeignKeyField(
        "models.Unor", related_name="skp", on_delete=fields.RESTRICT
    )
    tahun = fields.IntField()
    periode_awal: date = fields.DateField()
    periode_akhir: date = fields.DateField()
    pendekatan = fields.CharEnumField(Pendekatan, max_length=12)
    status_jabatan = fields.CharEnumField(StatusJabatan, max_length=10)
    jenis_jabatan = fields.CharEnumField(JenisJabatan, max_length=20)
    nama_jabatan = fields.CharField(200)
    status = fields.CharEnumField(StatusSkp, max_length=12, default=StatusSkp.DRAFT)
    versi = fields.IntField(default=1)
    dibuat: datetime = fields.DatetimeField(auto_now_add=True)
    diubah: datetime = fields.DatetimeField(auto_now_add=True)

    pegawai_id: int
    pejabat_penilai_id: int | None
    unor_id: int

    class Meta:
        table = "skp"


class Rhk(Model):
    """A planned result of an SKP. `rhk_atasan` is the result of the atasan that it intervenes;
    `pembagi` the pimpinan who added it, from his matriks."""

    id = fields.IntField(primary_key=True)
    skp: fields.ForeignKeyRelation[Skp] = fields.ForeignKeyField(
        "models.Skp", related_name="rhk", on_delete=fields.CASCADE
    )
    rhk_atasan: fields.ForeignKeyNullableRelation["Rhk"] = fields.ForeignKeyField(
        "models.Rhk", related_name="rhk_bawahan", null=True, on_delete=fields.RESTRICT
    )
    jenis = fields.CharEnumField(JenisRhk, max_length=10)
    klasifikasi = fields.CharEnumField(KlasifikasiRhk, max_length=12, null=True)
    uraian = fields.TextField()
    penugasan_dari = fields.CharField(300, null=True)
    urutan = fields.IntField()
    pembagi: fields.ForeignKeyNullableRelation[Pegawai] = fields.ForeignKeyField(
        "models.Pegawai", related_name="rhk_dibagikan", null=True, on_delete=fields.RESTRICT
    )

    skp_id: int
    rhk_atasan_id: int | None
    pembagi_id: int | None

    class Meta:
        table = "rhk"


class Lampiran(Model):
    """A line of an SKP's annexes."""

    id = fields.IntField(primary_key=True)
    skp: fields.ForeignKeyRelation[Skp] = fields.ForeignKeyField(
        "models.Skp", related_name="lampiran", on_delete=fields.CASCADE
    )
    jenis = fields.CharEnumField(JenisLampiran, max_length=30)
    uraian = fields.TextField()
    urutan = fields.IntField()

    skp_id: int

    class Meta:
        table = "lampiran"


class Indikator(Model):
    """How an RHK is measured. `target` and `perspektif` only under the quantitative approach."""

    id = fields.IntField(primary_key=True)
    rhk: fields.ForeignKeyRelation[Rhk] = fields.ForeignKeyField(
        "models.Rhk", related_name="indikator", on_delete=fields.CASCADE
    )
    uraian = fields.TextField()
    target = fields.CharField(300, null=True)
    perspektif = fields.CharEnumField(Perspektif, max_length=20, null=True)
    aspek = fields.CharEnumField(AspekIndikator, max_length=10, null=True)
    urutan = fields.IntField()

    rhk_id: int

    class Meta:
        table = "indikator"
