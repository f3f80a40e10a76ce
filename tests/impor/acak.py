"""Random files that are in order, for the properties."""

from hypothesis import strategies as st

from models.rules.vocabulary import JenisInstansi, JenisJabatan
from tests.impor.berkas import Berkas, Gaya, Values, instansi, nip_ke, pegawai, unor

# Everything but control characters and halves of characters; line breaks come in by themselves.
LETTERS = st.characters(exclude_categories=("Cc", "Cs"))
NAMES = st.builds(
    "{}{}".format,
    st.sampled_from(" aÉ学,;'\""),
    st.lists(
        st.text(LETTERS, max_size=12) | st.sampled_from([",", ";", '"', "\n", "\r\n"]), max_size=5
    ).map(lambda parts: "".join(["x", *parts])),
)
KODE = "ABC"

gaya = st.builds(
    Gaya,
    st.sampled_from(",;"),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([b"", b"\xef\xbb\xbf"]),
)


@st.composite
def pohon(draw: st.DrawFn, kode: list[str]) -> dict[str, str]:
    """The induk of every unit, empty for the one root."""
    order = draw(st.permutations(kode))
    return {
        child: draw(st.sampled_from(order[:place])) if place else ""
        for place, child in enumerate(order)
    }


@st.composite
def berkas_benar(draw: st.DrawFn, lama: Berkas | None = None) -> Berkas:
    """Files in order. With `lama` they can follow it: its units all stand again, elsewhere maybe,
    of its people only some, and some people and units are new."""
    lama = lama or Berkas()
    numbers = [row["kode"] for row in lama.instansi] or KODE[: draw(st.integers(1, 3))]
    agencies = [
        instansi(kode, draw(NAMES), draw(st.sampled_from(JenisInstansi))) for kode in numbers
    ]
    units: list[Values] = []
    for kode in numbers:
        count = len([row for row in lama.unor if row["instansi_kode"] == kode])
        names = [f"{n:02}" for n in range(count + draw(st.integers(0 if count else 1, 5)))]
        induk = draw(pohon(names))
        units += [unor(name, kode, induk[name], draw(NAMES)) for name in names]
    people = draw(_people(lama, units))
    final = {row["nip"]: row["instansi_kode"] for row in [*lama.pegawai, *people]}
    for row in units:
        here = [nip for nip, kode in final.items() if kode == row["instansi_kode"]]
        row["nip_pimpinan"] = draw(st.sampled_from(["", *here]))
    return Berkas(
        draw(st.permutations(agencies)),
        draw(st.permutations(units)),
        draw(st.permutations(people)),
    )


@st.composite
def _people(draw: st.DrawFn, lama: Berkas, units: list[Values]) -> list[Values]:
    known = [row["nip"] for row in lama.pegawai]
    kept = draw(st.sets(st.sampled_from(known))) if known else set()
    new = [nip_ke(number) for number in range(len(known), len(known) + draw(st.integers(0, 6)))]
    people = []
    for nip in [*sorted(kept), *new]:
        place = draw(st.sampled_from(units))
        people.append(
            pegawai(
                nip,
                place["instansi_kode"],
                place["kode"],
                nama=draw(NAMES),
                golongan=draw(st.sampled_from(["II/a", "III/d", "IV/e"])),
                jenis_jabatan=draw(st.sampled_from(JenisJabatan)),
                nama_jabatan=draw(NAMES),
                aktif=draw(st.sampled_from(["ya", "tidak", "true", "false", "1", "0"])),
            )
        )
    return people


lalu_diubah = berkas_benar().flatmap(lambda lama: st.tuples(st.just(lama), berkas_benar(lama)))
