"""Every command under its name."""

import typer

from commands.akun import akun
from commands.contoh import contoh
from commands.demo import demo
from commands.hitung_ulang import hitung_ulang
from commands.impor import impor
from commands.migrasi import migrasi
from commands.sdl import sdl
from commands.simulasi import simulasi

app = typer.Typer(
    name="ekinerja",
    help="Perkakas pengelola e-Kinerja. Pengaturan dibaca dari lingkungan (EKINERJA_…).",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("migrasi")(migrasi)
app.command("impor")(impor)
app.command("demo")(demo)
app.add_typer(akun, name="akun")
app.command("hitung-ulang")(hitung_ulang)
app.command("sdl")(sdl)
app.command("simulasi")(simulasi)
app.command("contoh")(contoh)

if __name__ == "__main__":
    app(prog_name="scripts/ekinerja")
