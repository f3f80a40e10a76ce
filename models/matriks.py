"""The Matriks Peran Hasil: whose results a pimpinan's results are made of (manual 5)."""

from tortoise import fields
from tortoise.models import Model

from models.skp import Skp
from models.tim_kerja import TimKerja


class Matriks(Model):
    """The matrix of a pimpinan's SKP, of all his people or of one tim kerja; its columns are that
    SKP's RHK."""

    id = fields.IntField(primary_key=True)
    skp: fields.ForeignKeyRelation[Skp] = fields.ForeignKeyField(
        "models.Skp", related_name="matriks", on_delete=fields.CASCADE
    )
    tim_kerja: fields.ForeignKeyNullableRelation[TimKerja] = fields.ForeignKeyField(
        "models.TimKerja", related_name="matriks", null=True, on_delete=fields.CASCADE
    )

    skp_id: int
    tim_kerja_id: int | None

    class Meta:
        table = "matriks"


class BarisMatriks(Model):
    """An SKP that stands in a matrix, once."""

    id = fields.IntField(primary_key=True)
    matriks: fields.ForeignKeyRelation[Matriks] = fields.ForeignKeyField(
        "models.Matriks", related_name="baris", on_delete=fields.CASCADE
    )
    skp: fields.ForeignKeyRelation[Skp] = fields.ForeignKeyField(
        "models.Skp", related_name="baris_matriks", on_delete=fields.CASCADE
    )

    class Meta:
        table = "baris_matriks"
