"""Logging in, staying in and leaving; and what a token is worth."""

import base64
import dataclasses
import json
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.akun import Akun, Sesi
from models.database import fetch
from models.errors import UnauthenticatedError
from models.organisasi import Pegawai
from models.rules.aktor import Aktor
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import Peran
from resolvers.akun.keluar import keluar
from resolvers.akun.pembatas import Pembatas
from resolvers.akun.token import read, sign
from schema.context import Context
from schema.live import Live
from subscriptions.hub import Hub
from tests.buatan import (
    SKP_BUAT,
    berhasil,
    ditolak,
    ditolak_di_atas,
    masukan_skp,
    potret,
)
from tests.dunia import KATA_SANDI, KEYS, Dunia, Jawaban, beri_peran, jawab, minta

pytestmark = pytest.mark.anyio

MASUK = """
mutation ($nip: String!, $kataSandi: String!) {
  masuk(input: {nip: $nip, kataSandi: $kataSandi}) {
    token refreshToken kedaluwarsa pegawai { nama } userErrors { code field message }
  }
}
"""
SEGARKAN = """
mutation ($token: String!) {
  segarkan(input: {refreshToken: $token}) {
    token refreshToken kedaluwarsa userErrors { code field message }
  }
}
"""
KELUAR = """
mutation ($token: String!) {
  keluar(input: {refreshToken: $token}) { userErrors { code } }
}
"""


async def _masuk(nip: str, kata_sandi: str = KATA_SANDI) -> Any:
    return berhasil(await minta(None, MASUK, nip=nip, kataSandi=kata_sandi))


async def _segarkan(token: str) -> Jawaban:
    return await minta(None, SEGARKAN, token=token)


BERAKHIR = (KodeKesalahan.SESI_BERAKHIR, None)
GAGAL = (KodeKesalahan.MASUK_GAGAL, None)


# Masuk.


async def test_logging_in_gives_a_token_for_oneself(dunia: Dunia) -> None:
    payload = await _masuk(dunia.staf.pegawai.nip)
    aktor = read(payload["token"], KEYS)
    assert dataclasses.replace(aktor, berakhir=0) == dataclasses.replace(
        dunia.staf.aktor, berakhir=0, sesi_id=aktor.sesi_id
    )
    assert await Sesi.filter(id=aktor.sesi_id, akun_id=dunia.staf.akun.id).exists()
    assert payload["pegawai"] == {"nama": "staf"}
    ends = datetime.fromisoformat(payload["kedaluwarsa"]).timestamp()
    assert ends == aktor.berakhir
    assert abs(ends - time.time() - KEYS.token_seconds) < 30


async def test_the_token_carries_the_role(dunia: Dunia) -> None:
    for siapa in (dunia.admin, dunia.super):
        aktor = read((await _masuk(siapa.pegawai.nip))["token"], KEYS)
        assert aktor.peran is siapa.akun.peran
        assert aktor.admin_instansi_id == siapa.akun.instansi_id


async def test_blanks_around_the_nip_do_not_matter(dunia: Dunia) -> None:
    await _masuk(f"  {dunia.staf.pegawai.nip}\n")


async def test_whatever_is_wrong_the_answer_is_the_same(dunia: Dunia) -> None:
    await Akun.filter(id=dunia.rekan.akun.id).update(aktif=False)
    await Sesi.all().delete()
    answers = [
        await minta(None, MASUK, nip=nip, kataSandi=kata_sandi)
        for nip, kata_sandi in (
            (dunia.staf.pegawai.nip, "salah"),
            (dunia.staf.pegawai.nip, ""),
            (dunia.staf.pegawai.nip, KATA_SANDI + " "),
            (dunia.staf.pegawai.nip, KATA_SANDI.upper()),
            ("199901012020011001", KATA_SANDI),
            ("", KATA_SANDI),
            ("' OR 1=1 --", KATA_SANDI),
            (dunia.rekan.pegawai.nip, KATA_SANDI),
        )
    ]
    for jawaban in answers:
        ditolak(jawaban, GAGAL)
    assert len({jawaban.payload()["userErrors"][0]["message"] for jawaban in answers}) == 1
    assert await Sesi.all().count() == 0


async def test_text_that_no_database_keeps_is_just_wrong(dunia: Dunia) -> None:
    for nip, kata_sandi in (("\x00", "x"), ("\ud800", "x"), (dunia.staf.pegawai.nip, "\ud800")):
        jawaban = await minta(None, MASUK, nip=nip, kataSandi=kata_sandi)
        ditolak(jawaban, GAGAL)


# The token.

TOKEN = sign(Aktor(9, 1, 2, 3, Peran.PEGAWAI, None, int(time.time()) + 900), KEYS)


def _part(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def test_a_token_is_read_as_it_was_signed() -> None:
    aktor = Aktor(9, 1, 2, 3, Peran.ADMIN_INSTANSI, 4, int(time.time()) + 900)
    assert read(sign(aktor, KEYS), KEYS) == aktor


def test_a_token_ends() -> None:
    for seconds in (0, -1, -900):
        aktor = Aktor(9, 1, 2, 3, Peran.PEGAWAI, None, int(time.time()) + seconds)
        with pytest.raises(UnauthenticatedError):
            read(sign(aktor, KEYS), KEYS)


def _forgeries() -> dict[str, str]:
    header, claims, signature = TOKEN.split(".")
    raised = json.loads(base64.urlsafe_b64decode(claims + "=="))
    raised["peran"] = Peran.SUPER_ADMIN
    other = dataclasses.replace(KEYS, secret="x" * 40)
    return {
        "another key": sign(read(TOKEN, KEYS), other),
        "raised role": f"{header}.{_part(raised)}.{signature}",
        "alg none": f"{_part({'alg': 'none'})}.{_part(raised)}.",
        "alg none, signature kept": f"{_part({'alg': 'none'})}.{claims}.{signature}",
        "alg HS512": f"{_part({'alg': 'HS512'})}.{claims}.{signature}",
        "no signature": f"{header}.{claims}.",
        "no claims": f"{header}..{signature}",
        "not three parts": f"{header}.{claims}",
        "nothing": "",
    }


@pytest.mark.parametrize("sebab", _forgeries())
def test_a_forged_token_stands_for_nobody(sebab: str) -> None:
    with pytest.raises(UnauthenticatedError):
        read(_forgeries()[sebab], KEYS)


@given(st.text() | st.binary().map(lambda raw: base64.urlsafe_b64encode(raw).decode()))
def test_garbage_stands_for_nobody(token: str) -> None:
    with pytest.raises(UnauthenticatedError):
        read(token, KEYS)


# Segarkan and keluar.


async def test_a_refresh_token_is_exchanged_for_new_ones(dunia: Dunia) -> None:
    lama = await _masuk(dunia.staf.pegawai.nip)
    baru = berhasil(await _segarkan(lama["refreshToken"]))
    assert baru["refreshToken"] != lama["refreshToken"]
    assert read(baru["token"], KEYS).pegawai_id == dunia.staf.pegawai.id
    berhasil(await _segarkan(baru["refreshToken"]))


async def test_a_used_refresh_token_ends_the_session_for_both(dunia: Dunia) -> None:
    await Sesi.all().delete()
    lama = await _masuk(dunia.staf.pegawai.nip)
    baru = berhasil(await _segarkan(lama["refreshToken"]))
    ditolak(await _segarkan(lama["refreshToken"]), BERAKHIR)
    ditolak(await _segarkan(baru["refreshToken"]), BERAKHIR)
    assert await Sesi.all().count() == 0


async def test_another_session_goes_on(dunia: Dunia) -> None:
    satu, dua = [await _masuk(dunia.staf.pegawai.nip) for _ in range(2)]
    berhasil(await minta(None, KELUAR, token=satu["refreshToken"]))
    ditolak(await _segarkan(satu["refreshToken"]), BERAKHIR)
    berhasil(await _segarkan(dua["refreshToken"]))


async def test_leaving_twice_or_with_nonsense_is_no_error(dunia: Dunia) -> None:
    masuk = await _masuk(dunia.staf.pegawai.nip)
    for token in (masuk["refreshToken"], masuk["refreshToken"], "", "x"):
        berhasil(await minta(None, KELUAR, token=token))


async def test_unknown_refresh_tokens_end_nothing(dunia: Dunia) -> None:
    masuk = await _masuk(dunia.staf.pegawai.nip)
    for token in ("", "x", masuk["token"]):
        ditolak(await _segarkan(token), BERAKHIR)
    berhasil(await _segarkan(masuk["refreshToken"]))


async def test_a_session_ends_by_itself(dunia: Dunia) -> None:
    masuk = await _masuk(dunia.staf.pegawai.nip)
    await Sesi.all().update(kedaluwarsa=datetime.now(UTC) - timedelta(seconds=1))
    ditolak(await _segarkan(masuk["refreshToken"]), BERAKHIR)


async def test_a_closed_account_is_not_renewed(dunia: Dunia) -> None:
    masuk = await _masuk(dunia.staf.pegawai.nip)
    await Akun.filter(id=dunia.staf.akun.id).update(aktif=False)
    ditolak(await _segarkan(masuk["refreshToken"]), BERAKHIR)


async def test_a_renewed_token_carries_the_present_role(dunia: Dunia) -> None:
    masuk = await _masuk(dunia.super.pegawai.nip)
    await beri_peran(dunia.super, Peran.PEGAWAI)
    baru = berhasil(await _segarkan(masuk["refreshToken"]))
    assert read(baru["token"], KEYS).peran is Peran.PEGAWAI


async def test_only_digests_are_kept(dunia: Dunia) -> None:
    masuk = await _masuk(dunia.staf.pegawai.nip)
    rows = await fetch("SELECT * FROM sesi")
    kept = [str(value) for row in rows for value in row.values()]
    kunci, rahasia = masuk["refreshToken"].split(".")
    assert kunci in kept
    assert not any(rahasia in value for value in kept)


async def test_a_stolen_token_ends_the_session_however_often_the_thief_renews(
    dunia: Dunia,
) -> None:
    stolen = (await _masuk(dunia.staf.pegawai.nip))["refreshToken"]
    thiefs = berhasil(await _segarkan(stolen))["refreshToken"]
    thiefs = berhasil(await _segarkan(thiefs))["refreshToken"]
    ditolak(await _segarkan(stolen), BERAKHIR)
    ditolak(await _segarkan(thiefs), BERAKHIR)


async def test_an_inactive_pegawai_is_out_at_once(dunia: Dunia) -> None:
    masuk = await _masuk(dunia.staf.pegawai.nip)
    await Pegawai.filter(id=dunia.staf.pegawai.id).update(aktif=False)
    aktor = read(masuk["token"], KEYS)
    ditolak_di_atas(await minta(aktor, SKP_BUAT, input=masukan_skp()), "UNAUTHENTICATED")
    ditolak(await _segarkan(masuk["refreshToken"]), BERAKHIR)
    again = await minta(None, MASUK, nip=dunia.staf.pegawai.nip, kataSandi=KATA_SANDI)
    ditolak(again, GAGAL)


async def test_after_logging_out_the_token_changes_nothing_more(dunia: Dunia) -> None:
    masuk = await _masuk(dunia.staf.pegawai.nip)
    aktor = read(masuk["token"], KEYS)
    await keluar(masuk["refreshToken"])
    ditolak_di_atas(await minta(aktor, SKP_BUAT, input=masukan_skp()), "UNAUTHENTICATED")


async def test_an_admin_moved_to_another_instansi_changes_nothing_with_his_old_token(
    dunia: Dunia,
) -> None:
    lama = dunia.admin.aktor
    await beri_peran(dunia.admin, Peran.ADMIN_INSTANSI, dunia.lain.id)
    ditolak_di_atas(await minta(lama, SKP_BUAT, input=masukan_skp()), "UNAUTHENTICATED")


# An old token of an account that has changed.


async def test_a_demoted_or_closed_account_changes_nothing_more(dunia: Dunia) -> None:
    sebagai_super, sebagai_staf = dunia.super.aktor, dunia.staf.aktor
    await beri_peran(dunia.super, Peran.PEGAWAI)
    await Akun.filter(id=dunia.staf.akun.id).update(aktif=False)
    sebelum = await potret()
    for aktor in (sebagai_super, sebagai_staf):
        ditolak_di_atas(await minta(aktor, SKP_BUAT, input=masukan_skp()), "UNAUTHENTICATED")
    assert await potret() == sebelum


# Too many attempts.


class Kantor:
    """One address, whose attempts are counted together."""

    def __init__(self, pembatas: Pembatas, address: str = "10.0.0.1") -> None:
        self.context = Context(KEYS, Live(Hub(0.05)), pembatas, address)

    async def masuk(self, nip: str, kata_sandi: str = KATA_SANDI) -> Jawaban:
        return await jawab(self.context, MASUK, nip=nip, kataSandi=kata_sandi)


async def test_too_many_attempts_at_one_nip(dunia: Dunia) -> None:
    kantor = Kantor(Pembatas(3))
    for _ in range(3):
        ditolak(await kantor.masuk(dunia.staf.pegawai.nip, "salah"), GAGAL)
    ditolak_di_atas(await kantor.masuk(dunia.staf.pegawai.nip), "RATE_LIMITED")
    berhasil(await kantor.masuk(dunia.rekan.pegawai.nip))


async def test_another_address_does_not_help_to_guess(dunia: Dunia) -> None:
    pembatas = Pembatas(2)
    for number in range(2):
        kantor = Kantor(pembatas, f"10.0.0.{number}")
        ditolak(await kantor.masuk(dunia.staf.pegawai.nip, "salah"), GAGAL)
    kantor = Kantor(pembatas, "10.0.0.9")
    ditolak_di_atas(await kantor.masuk(dunia.staf.pegawai.nip), "RATE_LIMITED")


async def test_blanks_around_the_nip_do_not_help_to_guess(dunia: Dunia) -> None:
    kantor = Kantor(Pembatas(1))
    ditolak(await kantor.masuk(dunia.staf.pegawai.nip, "salah"), GAGAL)
    ditolak_di_atas(await kantor.masuk(f" {dunia.staf.pegawai.nip}"), "RATE_LIMITED")


async def test_too_many_attempts_from_one_address(dunia: Dunia) -> None:
    pembatas = Pembatas(1)
    for number in range(100):
        await pembatas.attempt(f"nip {number}", "10.0.0.1")
    ditolak_di_atas(await Kantor(pembatas).masuk(dunia.staf.pegawai.nip), "RATE_LIMITED")
    berhasil(await Kantor(pembatas, "10.0.0.2").masuk(dunia.rekan.pegawai.nip))
