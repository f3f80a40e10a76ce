"""The simulation itself: somebody does something, at the pace asked for."""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from random import Random
from typing import Any

from commands.simulasi.dokumen import SAYA, SAYA_PIMPINAN
from commands.simulasi.klien import DitolakError, Klien, LayananDiamError, Orang
from commands.simulasi.langkah import Langkah, langkah_berikut
from commands.simulasi.pimpinan import langkah_pimpinan

LONGEST_WAIT = 30.0
TRIES_PER_ACTION = 20
LEADING = 0.1  # of what is done, a pimpinan does for his bawahan as a group


class Permainan:
    """People of the demo at work. `jumlah` counts what they did."""

    def __init__(
        self,
        klien: Klien,
        accounts: Sequence[Mapping[str, Any]],
        tahun: int,
        say: Callable[[str], None],
        acak: Random | None = None,
    ) -> None:
        self.jumlah = 0
        self._klien = klien
        self._orang = {akun["nip"]: Orang(klien, akun) for akun in accounts}
        self._bawahan = [self._orang[akun["nip"]] for akun in accounts if akun["nipAtasan"]]
        heads = {akun["nipAtasan"] for akun in accounts}
        self._pimpinan = [orang for nip, orang in self._orang.items() if nip in heads]
        self._tahun = tahun
        self._say = say
        self._acak = acak or Random()

    async def main(self, laju: float, lama: float | None = None) -> None:
        """Act `laju` times a second, for `lama` seconds or for ever. Outlives the service."""
        end = time.monotonic() + lama if lama is not None else float("inf")
        wait = 1.0
        try:
            while (began := time.monotonic()) < end:
                try:
                    await self.satu_aksi()
                    pause, wait = 1 / laju, 1.0
                except LayananDiamError as error:
                    pause, wait = wait * self._acak.uniform(0.5, 1.5), min(wait * 2, LONGEST_WAIT)
                    self._tell(
                        f"{self._klien.alamat} tidak menjawab ({error}); dicoba lagi. Bila layanan"
                        " ada di alamat lain, jalankan dengan --alamat"
                    )
                except DitolakError as error:
                    pause = 5.0 if error.code == "RATE_LIMITED" else 1 / laju
                    self._tell(f"ditolak: {error}")
                left = min(pause - (time.monotonic() - began), end - time.monotonic())
                await asyncio.sleep(max(left, 0))
        finally:
            await self._klien.aclose()

    async def satu_aksi(self) -> None:
        """Somebody does the next thing. Raises LayananDiamError, DitolakError."""
        for _ in range(TRIES_PER_ACTION):
            orang, langkah = await (
                self._sebagai_pimpinan()
                if self._pimpinan and self._acak.random() < LEADING
                else self._sebagai_bawahan()
            )
            if langkah and await self._lakukan(orang, langkah):
                return

    async def _sebagai_pimpinan(self) -> tuple[Orang, Langkah | None]:
        orang = self._acak.choice(self._pimpinan)
        saya = await orang.minta(SAYA_PIMPINAN, {"tahun": self._tahun})
        return orang, langkah_pimpinan(saya, self._tahun, self._acak)

    async def _sebagai_bawahan(self) -> tuple[Orang, Langkah | None]:
        orang = self._acak.choice(self._bawahan)
        saya = await orang.minta(SAYA, {"tahun": self._tahun})
        return orang, langkah_berikut(saya["pegawai"]["skp"], self._tahun, self._acak)

    async def _lakukan(self, pemilik: Orang, langkah: Langkah) -> bool:
        """Whether there was somebody with an account to do it."""
        pelaku = self._orang.get(langkah.nip_penilai or pemilik.nip)
        if pelaku is None:
            return False
        answer = await pelaku.minta(langkah.document, langkah.variables)
        whose = "" if pelaku is pemilik else f" {pemilik.nama}"
        status = (answer.get("skp") or {}).get("status")
        self._tell(f"{pelaku.nama} {langkah.kegiatan}{whose}{f' → {status}' if status else ''}")
        self.jumlah += 1
        return True

    def _tell(self, text: str) -> None:
        self._say(f"{datetime.now():%H:%M:%S}  {text}")
