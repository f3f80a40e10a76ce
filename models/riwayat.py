"""The audit trail: written in the transaction of the change it records, never updated."""

from datetime import datetime

from tortoise import fields
from tortoise.models import Model

from models.organisasi import Pegawai


class Riwayat(Model):
    """Who did what to which row. No foreign key to the row: the trail outlives it."""

    id = fields.IntField(primary_key=True)
    noun = fields.CharField(20)
    noun_id = fields.IntField()
    aksi = fields.CharField(40)
    pelaku: fields.ForeignKeyNullableRelation[Pegawai] = fields.ForeignKeyField(
        "models.Pegawai", related_name="riwayat", null=True, on_delete=fields.RESTRICT
    )
    waktu: datetime = fields.DatetimeField()
    alasan = fields.TextField(null=True)
    dari = fields.TextField(null=True, description="JSON of the changed values before")
    ke = fields.TextField(null=True, description="JSON of the changed values after")

    pelaku_id: int | None

    class Meta:
        table = "riwayat"
