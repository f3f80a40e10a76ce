"""Every setting of the service, read once from the environment (prefix EKINERJA_)."""

import os
import sys
from difflib import get_close_matches
from functools import cache
from ipaddress import ip_network
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

DEVELOPMENT_SECRET = "rahasia-pengembangan-jangan-dipakai-di-produksi"


class Settings(BaseSettings):
    """The settings, with their defaults. README shows the same table to operators."""

    model_config = SettingsConfigDict(env_prefix="EKINERJA_", extra="ignore")

    mode: Literal["development", "production"] = Field(
        "development", description="`production` menuntut EKINERJA_SECRET dan mematikan GraphiQL"
    )
    database_url: str = Field(
        "sqlite://data/ekinerja.db", description="`sqlite://berkas` atau `postgres://…`"
    )
    database_pool: int = Field(
        10, ge=2, le=200, description="jumlah terbanyak sambungan PostgreSQL tiap proses"
    )
    broadcast_url: str = Field(
        "memory://", description="penghubung antarproses: `memory://`, `postgres://…`, `redis://…`"
    )
    secret: str = Field(
        DEVELOPMENT_SECRET, min_length=32, description="kunci penanda tangan token masuk"
    )
    token_minutes: int = Field(15, ge=1, le=120, description="umur token masuk, dalam menit")
    session_days: int = Field(14, ge=1, le=90, description="umur refresh token, dalam hari")
    login_attempts: int = Field(
        10,
        ge=1,
        le=1000,
        description="percobaan masuk per NIP dalam satu menit; seratus kalinya per alamat",
    )
    window_ms: int = Field(
        250, ge=10, le=5000, description="jendela pengumpulan perubahan dashboard, milidetik"
    )

    connections: int = Field(
        50, ge=1, description="sambungan langsung terbanyak tiap akun, pada satu proses"
    )

    query_seconds: float = Field(
        10, gt=0, le=60, description="waktu terlama satu query, dalam detik"
    )
    cost_limit: int = Field(
        100_000, ge=100, description="biaya terbesar satu permintaan: kira-kira jumlah nilainya"
    )
    depth_limit: int = Field(25, ge=5, le=50, description="tingkat terdalam satu permintaan")
    documents: Path | None = Field(
        None,
        description="hanya layani dokumen terdaftar: folder berisi .graphql, atau larik JSON",
    )

    drain_seconds: float = Field(
        5,
        ge=0,
        le=60,
        description="lama sambungan langsung ditutup bertahap saat berhenti, dalam detik",
    )
    proxy: str = Field(
        "127.0.0.1", description="alamat proxy yang X-Forwarded-For-nya dipercaya, dipisah koma"
    )

    @field_validator("proxy")
    @classmethod
    def _addresses(cls, value: str) -> str:
        """uvicorn takes what is no address for a name, which then matches nobody."""
        for part in value.split(",") if value else []:
            try:
                ip_network(part.strip())
            except ValueError as error:
                raise ValueError(
                    "tulis alamat atau jaringan proxy, dipisah koma: 10.0.0.5,192.168.0.0/24"
                ) from error
        return value

    @field_validator("documents")
    @classmethod
    def _there(cls, value: Path | None) -> Path | None:
        if value is not None and not value.exists():
            raise ValueError("tidak ada; tulis folder berisi .graphql atau berkas JSON")
        return value

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        if urlsplit(value).scheme not in ("sqlite", "postgres", "postgresql"):
            raise ValueError("tulis sqlite://berkas atau postgres://pengguna:sandi@host:5432/nama")
        if urlsplit(value).scheme == "sqlite" and value.endswith((":memory:", "://")):
            raise ValueError("sebutkan berkasnya: sqlite://data/ekinerja.db")
        return value

    @field_validator("broadcast_url")
    @classmethod
    def _known_link(cls, value: str) -> str:
        if urlsplit(value).scheme not in ("memory", "postgres", "postgresql", "redis", "rediss"):
            raise ValueError("tulis memory://, postgres://… atau redis://…")
        return value

    @model_validator(mode="after")
    def _secret_in_production(self) -> Self:
        if self.mode == "production" and self.secret == DEVELOPMENT_SECRET:
            raise ValueError("EKINERJA_SECRET wajib diisi (32 karakter atau lebih) pada produksi")
        return self

    @property
    def hears_others(self) -> bool:
        """Whether several processes may serve the same database."""
        return not self.broadcast_url.startswith("memory:") and not self.database_url.startswith(
            "sqlite:"
        )

    @property
    def development(self) -> bool:
        return self.mode == "development"


@cache
def settings() -> Settings:
    """The settings of this process; a wrong one ends it with one line that says what to do."""
    _refuse_unknown()
    try:
        return Settings()
    except ValidationError as error:
        sys.exit(f"Pengaturan salah: {_first_problem(error)}")


def _refuse_unknown() -> None:
    """A misspelt name would silently leave a default in place."""
    known = [f"EKINERJA_{name.upper()}" for name in Settings.model_fields]
    for name in os.environ:
        if name.startswith("EKINERJA_") and name not in known:
            near = get_close_matches(name, known, n=1)
            advice = f"maksudnya {near[0]}?" if near else "lihat daftarnya di README.md"
            sys.exit(f"Pengaturan salah: {name} tidak dikenal; {advice}")


def _first_problem(error: ValidationError) -> str:
    problem = error.errors()[0]
    advice = _advice(problem)
    if not problem["loc"]:
        return advice
    name = f"EKINERJA_{problem['loc'][0]}".upper()
    value = "" if name == "EKINERJA_SECRET" else f"={os.environ.get(name, '')!r}"
    return f"{name}{value}: {advice}"


def _advice(problem: ErrorDetails) -> str:
    context = problem.get("ctx", {})
    match problem["type"]:
        case "literal_error":
            advice = f"pilih salah satu: {context['expected'].replace(' or ', ' atau ')}"
        case "int_parsing":
            advice = "tulis bilangan bulat"
        case "float_parsing":
            advice = "tulis bilangan, pecahannya dengan titik"
        case "greater_than_equal":
            advice = f"paling sedikit {context['ge']}"
        case "less_than_equal":
            advice = f"paling banyak {context['le']}"
        case "string_too_short":
            advice = f"paling sedikit {context['min_length']} karakter"
        case _:
            advice = str(problem["msg"]).removeprefix("Value error, ")
    return advice
