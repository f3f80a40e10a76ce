"""Accounts and their sessions."""

from datetime import datetime

from tortoise import fields
from tortoise.models import Model

from models.organisasi import Instansi, Pegawai
from models.rules.vocabulary import Peran


class Akun(Model):
    """Who may log in. An ADMIN_INSTANSI administers `instansi`; for the other roles it is null."""

    id = fields.IntField(primary_key=True)
    pegawai: fields.OneToOneRelation[Pegawai] = fields.OneToOneField(
        "models.Pegawai", related_name="akun", on_delete=fields.RESTRICT
    )
    peran = fields.CharEnumField(Peran, max_length=20)
    instansi: fields.ForeignKeyNullableRelation[Instansi] = fields.ForeignKeyField(
        "models.Instansi", related_name="admin", null=True, on_delete=fields.RESTRICT
    )
    kata_sandi = fields.CharField(200, description="argon2 hash")
    aktif = fields.BooleanField(default=True)

    pegawai_id: int
    instansi_id: int | None

    class Meta:
        table = "akun"


class Sesi(Model):
    """One log-in. `kunci` finds it by the first half of any of its refresh tokens; the second half
    changes with every use, and only the hash of the current one is kept."""

    id = fields.IntField(primary_key=True)
    akun: fields.ForeignKeyRelation[Akun] = fields.ForeignKeyField(
        "models.Akun", related_name="sesi", on_delete=fields.CASCADE
    )
    kunci = fields.CharField(32, unique=True)
    token_hash = fields.CharField(64)
    kedaluwarsa: datetime = fields.DatetimeField()
    dibuat: datetime = fields.DatetimeField(auto_now_add=True)

    akun_id: int

    class Meta:
        table = "sesi"
