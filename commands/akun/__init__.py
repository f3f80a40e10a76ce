"""akun: who may log in. Passwords are asked for, or read from standard input; never arguments."""

import typer

from commands.akun.aktif import aktifkan, nonaktifkan
from commands.akun.buat import buat
from commands.akun.daftar import daftar
from commands.akun.setel_ulang import setel_ulang
from commands.akun.ubah_peran import ubah_peran

akun = typer.Typer(help="Kelola akun: siapa yang boleh masuk.", no_args_is_help=True)
akun.command("daftar")(daftar)
akun.command("buat")(buat)
akun.command("setel-ulang")(setel_ulang)
akun.command("ubah-peran")(ubah_peran)
akun.command("nonaktifkan")(nonaktifkan)
akun.command("aktifkan")(aktifkan)
