"""Rating (manual 6): the periods that an instansi sets, what an SKP was rated in each, and what the
curve of the ratings is held against."""

from datetime import date

from tortoise import fields
from tortoise.models import Model

from models.organisasi import Instansi, Unor
from models.rules.vocabulary import JenisPeriode, KinerjaOrganisasi, Predikat, Rating
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
    jenis = fields.CharEnumField(JenisPeriode, max_length=10)

    instansi_id: int

    class Meta:
        table = "periode_penilaian"


class Penilaian(Model):
    """What an SKP was rated in a period; the predikat follows when both ratings are given."""

    id = fields.IntField(primary_key=True)
    skp: fields.ForeignKeyRelation[Skp] = fields.ForeignKeyField(
        "models.Skp", related_name="penilaian", on_delete=fields.CASCADE
    )
    periode: fields.ForeignKeyRelation[PeriodePenilaian] = fields.ForeignKeyField(
        "models.PeriodePenilaian", related_name="penilaian", on_delete=fields.RESTRICT
    )
    hasil_kerja = fields.CharEnumField(Rating, max_length=10, null=True)
    perilaku = fields.CharEnumField(Rating, max_length=10, null=True)
    predikat = fields.CharEnumField(Predikat, max_length=16, null=True)

    class Meta:
        table = "penilaian"


class PredikatOrganisasi(Model):
    """How a unor did in a period: it picks the ideal curve."""

    id = fields.IntField(primary_key=True)
    unor: fields.ForeignKeyRelation[Unor] = fields.ForeignKeyField(
        "models.Unor", related_name="predikat_organisasi", on_delete=fields.CASCADE
    )
    periode: fields.ForeignKeyRelation[PeriodePenilaian] = fields.ForeignKeyField(
        "models.PeriodePenilaian", related_name="predikat_organisasi", on_delete=fields.CASCADE
    )
    predikat = fields.CharEnumField(KinerjaOrganisasi, max_length=16)

    class Meta:
        table = "predikat_organisasi"


class KurvaIdeal(Model):
    """The points of the ideal curve where the organisasi did so, one for each predikat."""

    id = fields.IntField(primary_key=True)
    organisasi = fields.CharEnumField(KinerjaOrganisasi, max_length=16, unique=True)
    sangat_kurang = fields.IntField()
    kurang = fields.IntField()
    butuh_perbaikan = fields.IntField()
    baik = fields.IntField()
    sangat_baik = fields.IntField()

    class Meta:
        table = "kurva_ideal"
