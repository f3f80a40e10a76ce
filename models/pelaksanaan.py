"""What is written and given about an SKP in a period (manual 6.1, 6.2)."""

from datetime import date, datetime

from tortoise import fields
from tortoise.models import Model

from models.organisasi import Pegawai
from models.penilaian import PeriodePenilaian
from models.rules.vocabulary import AsalUmpanBalik, AspekPerilaku
from models.skp import Indikator, Rhk, Skp


class RencanaAksi(Model):
    """What the owner means to do for an RHK in a period."""

    id = fields.IntField(primary_key=True)
    rhk: fields.ForeignKeyRelation[Rhk] = fields.ForeignKeyField(
        "models.Rhk", related_name="rencana_aksi", on_delete=fields.CASCADE
    )
    periode: fields.ForeignKeyRelation[PeriodePenilaian] = fields.ForeignKeyField(
        "models.PeriodePenilaian", related_name="rencana_aksi", on_delete=fields.RESTRICT
    )
    uraian = fields.TextField()

    rhk_id: int
    periode_id: int

    class Meta:
        table = "rencana_aksi"


class ProgresHarian(Model):
    """What was done on a day for a rencana aksi. Hours are "HH:MM"; `realisasi` counts `satuan`."""

    id = fields.IntField(primary_key=True)
    rencana_aksi: fields.ForeignKeyRelation[RencanaAksi] = fields.ForeignKeyField(
        "models.RencanaAksi", related_name="progres_harian", on_delete=fields.CASCADE
    )
    tanggal: date = fields.DateField()
    jam_mulai = fields.CharField(5)
    jam_selesai = fields.CharField(5)
    kegiatan = fields.TextField()
    realisasi = fields.IntField()
    satuan = fields.CharField(50)
    tautan = fields.CharField(2000, null=True)

    rencana_aksi_id: int

    class Meta:
        table = "progres_harian"


class Eviden(Model):
    """A link to what shows the result of an RHK in a period."""

    id = fields.IntField(primary_key=True)
    rhk: fields.ForeignKeyRelation[Rhk] = fields.ForeignKeyField(
        "models.Rhk", related_name="eviden", on_delete=fields.CASCADE
    )
    periode: fields.ForeignKeyRelation[PeriodePenilaian] = fields.ForeignKeyField(
        "models.PeriodePenilaian", related_name="eviden", on_delete=fields.RESTRICT
    )
    nama = fields.CharField(300)
    tautan = fields.CharField(2000)

    rhk_id: int
    periode_id: int

    class Meta:
        table = "eviden"


class Realisasi(Model):
    """What an indikator came to in a period, and where that is from."""

    id = fields.IntField(primary_key=True)
    indikator: fields.ForeignKeyRelation[Indikator] = fields.ForeignKeyField(
        "models.Indikator", related_name="realisasi", on_delete=fields.CASCADE
    )
    periode: fields.ForeignKeyRelation[PeriodePenilaian] = fields.ForeignKeyField(
        "models.PeriodePenilaian", related_name="realisasi", on_delete=fields.RESTRICT
    )
    realisasi = fields.TextField()
    sumber_data = fields.CharField(300)

    indikator_id: int
    periode_id: int

    class Meta:
        table = "realisasi"


class UmpanBalik(Model):
    """Feedback on an RHK, or on an aspect of behaviour. A rekan kerja gives the latter only."""

    id = fields.IntField(primary_key=True)
    skp: fields.ForeignKeyRelation[Skp] = fields.ForeignKeyField(
        "models.Skp", related_name="umpan_balik", on_delete=fields.CASCADE
    )
    periode: fields.ForeignKeyRelation[PeriodePenilaian] = fields.ForeignKeyField(
        "models.PeriodePenilaian", related_name="umpan_balik", on_delete=fields.RESTRICT
    )
    rhk: fields.ForeignKeyNullableRelation[Rhk] = fields.ForeignKeyField(
        "models.Rhk", related_name="umpan_balik", null=True, on_delete=fields.CASCADE
    )
    aspek = fields.CharEnumField(AspekPerilaku, max_length=24, null=True)
    asal = fields.CharEnumField(AsalUmpanBalik, max_length=12)
    pemberi: fields.ForeignKeyRelation[Pegawai] = fields.ForeignKeyField(
        "models.Pegawai", related_name="umpan_balik_diberikan", on_delete=fields.RESTRICT
    )
    uraian = fields.TextField()
    waktu: datetime = fields.DatetimeField()

    skp_id: int
    periode_id: int
    rhk_id: int | None
    pemberi_id: int

    class Meta:
        table = "umpan_balik"


class Ekspektasi(Model):
    """What the pimpinan expects of an SKP's owner in an aspect of behaviour."""

    id = fields.IntField(primary_key=True)
    skp: fields.ForeignKeyRelation[Skp] = fields.ForeignKeyField(
        "models.Skp", related_name="ekspektasi", on_delete=fields.CASCADE
    )
    aspek = fields.CharEnumField(AspekPerilaku, max_length=24)
    uraian = fields.TextField()

    skp_id: int

    class Meta:
        table = "ekspektasi"
