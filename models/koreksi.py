"""Reports of wrong data, so that nobody stays blocked by it."""

from datetime import datetime

from tortoise import fields
from tortoise.models import Model

from models.organisasi import Pegawai, Unor
from models.rules.vocabulary import JenisKoreksi, StatusKoreksi


class Koreksi(Model):
    """What a person reports as wrong, what he proposes, and what an admin decided."""

    id = fields.IntField(primary_key=True)
    pegawai: fields.ForeignKeyRelation[Pegawai] = fields.ForeignKeyField(
        "models.Pegawai", related_name="koreksi", on_delete=fields.RESTRICT
    )
    jenis = fields.CharEnumField(JenisKoreksi, max_length=16)
    uraian = fields.TextField()
    usulan_atasan: fields.ForeignKeyNullableRelation[Pegawai] = fields.ForeignKeyField(
        "models.Pegawai", related_name="diusulkan", null=True, on_delete=fields.RESTRICT
    )
    usulan_unor: fields.ForeignKeyNullableRelation[Unor] = fields.ForeignKeyField(
        "models.Unor", related_name="diusulkan", null=True, on_delete=fields.RESTRICT
    )
    status = fields.CharEnumField(StatusKoreksi, max_length=10, default=StatusKoreksi.DIAJUKAN)
    diajukan: datetime = fields.DatetimeField()
    diputuskan: datetime | None = fields.DatetimeField(null=True)
    pemutus: fields.ForeignKeyNullableRelation[Pegawai] = fields.ForeignKeyField(
        "models.Pegawai", related_name="putusan", null=True, on_delete=fields.RESTRICT
    )
    tanggapan = fields.TextField(null=True)

    pegawai_id: int
    usulan_atasan_id: int | None
    usulan_unor_id: int | None

    class Meta:
        table = "koreksi"
