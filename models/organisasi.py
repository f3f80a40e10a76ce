"""Instansi, unor and pegawai: who works where (docs/aturan.md: struktur)."""

from tortoise import fields
from tortoise.models import Model

from models.rules.vocabulary import JenisInstansi, JenisJabatan, JenisPegawai, StatusJabatan


class Instansi(Model):
    """An agency. `kode` is its number in BKN's register."""

    id = fields.IntField(primary_key=True)
    kode = fields.CharField(20, unique=True)
    nama = fields.CharField(200)
    jenis = fields.CharEnumField(JenisInstansi, max_length=10)

    class Meta:
        table = "instansi"


class Unor(Model):
    """A unit of an instansi's tree.

    `jalur` is the path of ids from the root down to the unit itself, each followed by a slash
    ("12/57/431/"): a subtree is the range of its root's prefix, on either database.
    """

    id = fields.IntField(primary_key=True)
    instansi: fields.ForeignKeyRelation[Instansi] = fields.ForeignKeyField(
        "models.Instansi", related_name="unor", on_delete=fields.RESTRICT
    )
    induk: fields.ForeignKeyNullableRelation["Unor"] = fields.ForeignKeyField(
        "models.Unor", related_name="anak", null=True, on_delete=fields.RESTRICT
    )
    pimpinan: fields.ForeignKeyNullableRelation["Pegawai"] = fields.ForeignKeyField(
        "models.Pegawai", related_name="memimpin", null=True, on_delete=fields.RESTRICT
    )
    status_pimpinan = fields.CharEnumField(
        StatusJabatan, max_length=10, default=StatusJabatan.DEFINITIF
    )
    kode = fields.CharField(40)
    nama = fields.CharField(200)
    jalur = fields.CharField(400, default="")
    aktif = fields.BooleanField(default=True)

    instansi_id: int
    induk_id: int | None
    pimpinan_id: int | None

    class Meta:
        table = "unor"


class Pegawai(Model):
    """A civil servant. `instansi` repeats the unor's, so that lists of an instansi need no join.

    `pejabat_penilai` is whom an admin named; without, the unor tree says who it is.
    """

    id = fields.IntField(primary_key=True)
    nip = fields.CharField(18, unique=True)
    nama = fields.CharField(200)
    instansi: fields.ForeignKeyRelation[Instansi] = fields.ForeignKeyField(
        "models.Instansi", related_name="pegawai", on_delete=fields.RESTRICT
    )
    unor: fields.ForeignKeyRelation[Unor] = fields.ForeignKeyField(
        "models.Unor", related_name="pegawai", on_delete=fields.RESTRICT
    )
    jenis_pegawai = fields.CharEnumField(JenisPegawai, max_length=10)
    golongan = fields.CharField(10)
    jenis_jabatan = fields.CharEnumField(JenisJabatan, max_length=20)
    nama_jabatan = fields.CharField(200)
    aktif = fields.BooleanField(default=True)
    pejabat_penilai: fields.ForeignKeyNullableRelation["Pegawai"] = fields.ForeignKeyField(
        "models.Pegawai", related_name="dinilai", null=True, on_delete=fields.RESTRICT
    )

    instansi_id: int
    unor_id: int
    pejabat_penilai_id: int | None

    class Meta:
        table = "pegawai"
