"""Tim kerja: people who work for one ketua in a year (manual 5.1)."""

from tortoise import fields
from tortoise.models import Model

from models.organisasi import Pegawai


class TimKerja(Model):
    """A team that a pimpinan made; he is its ketua."""

    id = fields.IntField(primary_key=True)
    ketua: fields.ForeignKeyRelation[Pegawai] = fields.ForeignKeyField(
        "models.Pegawai", related_name="tim_dipimpin", on_delete=fields.RESTRICT
    )
    tahun = fields.IntField()
    nama = fields.CharField(200)

    ketua_id: int

    class Meta:
        table = "tim_kerja"


class AnggotaTim(Model):
    """A person in a team, once."""

    id = fields.IntField(primary_key=True)
    tim_kerja: fields.ForeignKeyRelation[TimKerja] = fields.ForeignKeyField(
        "models.TimKerja", related_name="anggota", on_delete=fields.CASCADE
    )
    pegawai: fields.ForeignKeyRelation[Pegawai] = fields.ForeignKeyField(
        "models.Pegawai", related_name="tim_diikuti", on_delete=fields.RESTRICT
    )

    class Meta:
        table = "anggota_tim"
