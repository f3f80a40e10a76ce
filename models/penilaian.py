"""Rating (manual 6): the periods that an instansi sets, and what an SKP was rated in each."""

from datetime import date

from tortoise import fields
from tortoise.models import Model

from models.organisasi import Instansi
from models.skp import Skp


class PeriodePenilaian(Model):
    """A period of an instansi's year. Exactly one of a year is TAHUNAN, the final one."""

    id = fields.IntField(primary_key=True)
    instansi: fields.ForeignKeyRelation[Instansi] = fields.ForeignKeyField(
        "models.Instansi", related_name="periode_penilaian", on_delete=fields.RESTRICT
    )
    tahun = fields.IntField()
    nama = fields.CharField(100)
    awal: date = fields.DateField()
    akhir: date = fields.DateField()
    batas_pengisian: date = fields.DateField()
    jenis = fields.CharField(10, description="BULANAN, TRIWULAN, SEMESTER or TAHUNAN")

    class Meta:
        table = "periode_penilaian"


class Penilaian(Model):
    """What an SKP was rated in a period."""

    id = fields.IntField(primary_key=True)
    skp: fields.ForeignKeyRelation[Skp] = fields.ForeignKeyField(
        "models.Skp", related_name="penilaian", on_delete=fields.CASCADE
    )
    periode: fields.ForeignKeyRelation[PeriodePenilaian] = fields.ForeignKeyField(
        "models.PeriodePenilaian", related_name="penilaian", on_delete=fields.RESTRICT
    )
    predikat = fields.CharField(16, description="from SANGAT_KURANG to SANGAT_BAIK")

    class Meta:
        table = "penilaian"
