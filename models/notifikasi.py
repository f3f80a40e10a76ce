"""What a person is told of: written in the transaction of what happened."""

from datetime import datetime

from tortoise import fields
from tortoise.models import Model

from models.koreksi import Koreksi
from models.organisasi import Pegawai
from models.rules.vocabulary import JenisNotifikasi
from models.skp import Skp


class Notifikasi(Model):
    """Somebody did something that this person waits for. `dibaca` is null until he has seen it."""

    id = fields.IntField(primary_key=True)
    pegawai: fields.ForeignKeyRelation[Pegawai] = fields.ForeignKeyField(
        "models.Pegawai", related_name="notifikasi", on_delete=fields.RESTRICT
    )
    jenis = fields.CharEnumField(JenisNotifikasi, max_length=24)
    skp: fields.ForeignKeyNullableRelation[Skp] = fields.ForeignKeyField(
        "models.Skp", related_name="notifikasi", null=True, on_delete=fields.CASCADE
    )
    koreksi: fields.ForeignKeyNullableRelation[Koreksi] = fields.ForeignKeyField(
        "models.Koreksi", related_name="notifikasi", null=True, on_delete=fields.CASCADE
    )
    pelaku: fields.ForeignKeyNullableRelation[Pegawai] = fields.ForeignKeyField(
        "models.Pegawai", related_name="notifikasi_dari", null=True, on_delete=fields.RESTRICT
    )
    alasan = fields.TextField(null=True)
    tahun = fields.IntField(null=True)  # of what is missing
    waktu: datetime = fields.DatetimeField()
    dibaca: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "notifikasi"
