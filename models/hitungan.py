"""The counters' tables; `models/counters.py` is the only one that writes them."""

from tortoise import fields
from tortoise.models import Model

from models.organisasi import Unor


class HitunganPegawai(Model):
    """How many active people a unor has of its own. `versi` rises with every change."""

    unor: fields.OneToOneRelation[Unor] = fields.OneToOneField(
        "models.Unor", related_name="hitungan", primary_key=True, on_delete=fields.CASCADE
    )
    total = fields.IntField(default=0)
    versi = fields.IntField(default=0)

    class Meta:
        table = "hitungan_pegawai"


class HitunganPengisian(Model):
    """How many of a unor's own active people stand at each status of a year's SKP."""

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
