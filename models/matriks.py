"""The Matriks Peran Hasil: whose results a pimpinan's results are made of (manual 5)."""

from tortoise import fields
from tortoise.models import Model

from models.skp import Skp


class Matriks(Model):
    """The matrix of a pimpinan's SKP; its columns are that SKP's RHK."""

    id = fields.IntField(primary_key=True)
    skp: fields.OneToOneRelation[Skp] = fields.OneToOneField(
        "models.Skp", related_name="matriks", on_delete=fields.CASCADE
    )

    skp_id: int

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
