"""The counters' tables; `models/counters.py` is the only one that writes them.

A row counts a unor's own active people, never those below it; `versi` rises with every change of
the row. The `harian_…` tables keep by how much a counter moved on each day.
"""

from datetime import date

from tortoise import fields
from tortoise.models import Model

from models.organisasi import Unor
from models.penilaian import PeriodePenilaian


class HitunganPegawai(Model):
    """How many active people a unor has of its own."""

    unor: fields.OneToOneRelation[Unor] = fields.OneToOneField(
        "models.Unor", related_name="hitungan", primary_key=True, on_delete=fields.CASCADE
    )
    total = fields.IntField(default=0)
    versi = fields.IntField(default=0)

    class Meta:
        table = "hitungan_pegawai"


class HitunganPengisian(Model):
    """How many of them stand at each status of a year's SKP."""

    id = fields.IntField(primary_key=True)
    unor: fields.ForeignKeyRelation[Unor] = fields.ForeignKeyField(
        "models.Unor", related_name="hitungan_pengisian", on_delete=fields.CASCADE
    )
    tahun = fields.IntField()
    draft = fields.IntField(default=0)
    pengajuan = fields.IntField(default=0)
    persetujuan = fields.IntField(default=0)
    versi = fields.IntField(default=0)

    class Meta:
        table = "hitungan_pengisian"


class HitunganKeterlibatan(Model):
    """How many of them stand in one matrix of a year, and how many in several."""

    id = fields.IntField(primary_key=True)
    unor: fields.ForeignKeyRelation[Unor] = fields.ForeignKeyField(
        "models.Unor", related_name="hitungan_keterlibatan", on_delete=fields.CASCADE
    )
    tahun = fields.IntField()
    satu = fields.IntField(default=0)
    lebih = fields.IntField(default=0)
    versi = fields.IntField(default=0)

    class Meta:
        table = "hitungan_keterlibatan"


class HitunganPenilaian(Model):
    """How many of them were given each predikat in a period."""

    id = fields.IntField(primary_key=True)
    unor: fields.ForeignKeyRelation[Unor] = fields.ForeignKeyField(
        "models.Unor", related_name="hitungan_penilaian", on_delete=fields.CASCADE
    )
    periode: fields.ForeignKeyRelation[PeriodePenilaian] = fields.ForeignKeyField(
        "models.PeriodePenilaian", related_name="hitungan", on_delete=fields.CASCADE
    )
    sangat_kurang = fields.IntField(default=0)
    kurang = fields.IntField(default=0)
    butuh_perbaikan = fields.IntField(default=0)
    baik = fields.IntField(default=0)
    sangat_baik = fields.IntField(default=0)
    versi = fields.IntField(default=0)

    class Meta:
        table = "hitungan_penilaian"


class HarianPegawai(Model):
    """By how much `HitunganPegawai` moved on a day."""

    id = fields.IntField(primary_key=True)
    unor: fields.ForeignKeyRelation[Unor] = fields.ForeignKeyField(
        "models.Unor", related_name="harian_pegawai", on_delete=fields.CASCADE
    )
    tanggal: date = fields.DateField()
    total = fields.IntField()

    class Meta:
        table = "harian_pegawai"


class HarianPengisian(Model):
    """By how much `HitunganPengisian` moved on a day."""

    id = fields.IntField(primary_key=True)
    unor: fields.ForeignKeyRelation[Unor] = fields.ForeignKeyField(
        "models.Unor", related_name="harian_pengisian", on_delete=fields.CASCADE
    )
    tahun = fields.IntField()
    tanggal: date = fields.DateField()
    draft = fields.IntField()
    pengajuan = fields.IntField()
    persetujuan = fields.IntField()

    class Meta:
        table = "harian_pengisian"


COUNTERS = (
    HitunganPegawai,
    HitunganPengisian,
    HitunganKeterlibatan,
    HitunganPenilaian,
    HarianPegawai,
    HarianPengisian,
)
