// The page's pure functions, run by Node itself: it takes the types out of TypeScript.
import assert from 'node:assert/strict';
import { registerHooks } from 'node:module';
import { test } from 'node:test';

// The page's modules name each other without an ending, as the bundler lets them.
registerHooks({
  resolve: (name, context, next) =>
    next(/^\.{1,2}\/(?!.*\.[a-z]+$)/.test(name) ? `${name}.ts` : name, context),
});

const src = (path) => import(new URL(`../../web/src/${path}.ts`, import.meta.url));
const { dataRekap, JENIS, jenisDari, tercapai } = await src('dasbor/jenis');
const { bandingkan } = await src('dasbor/perubahan');
const { gabung } = await src('dasbor/potret');
const { susun, urutan } = await src('dasbor/urutan');
const { jedaPenuh, jedaSerentak, lamaJeda } = await src('jaringan/jeda');
const { keDeret, keTahunIni, pada, porsi, setiapHari, sisipkan, tutupTahun } =
  await src('kurva/deret');
const { awalBulan, keHari, keTanggal, setahunKemudian } = await src('kurva/hari');
const { kalimat: kalimatKurva } = await src('kurva/kalimat');
const { hasil: diingatkan } = await src('pengingat/kalimat');
const { kalimat: kalimatNotifikasi } = await src('notifikasi/kalimat');
const { lalu } = await src('notifikasi/lalu');
const { rapikan, sambung } = await src('perorangan/sambung');

const [PENGISIAN, MATRIKS, PENILAIAN] = JENIS;

const titik = (tanggal, pengajuan, { total = 10, draft = 0, persetujuan = 0 } = {}) => ({
  tanggal,
  total,
  belumBuat: total - draft - pengajuan - persetujuan,
  draft,
  pengajuan,
  persetujuan,
});
const deret = (...isi) => keDeret(isi.map(([tanggal, pengajuan]) => titik(tanggal, pengajuan)));
const tanggal = (isi) => isi.map(({ hari }) => keTanggal(hari));

const pesan = (versi, lengkap, ...unit) => ({ versi, lengkap, utama: {}, unit });
const unit = (id, draft) => ({ id, nama: id, draft });

test('a first message that is not complete shows nothing', () => {
  assert.equal(gabung(undefined, pesan(3, false, unit('a', 1))), undefined);
});

test('a later message replaces the units that it holds, and no others', () => {
  const potret = gabung(undefined, pesan(3, true, unit('a', 1), unit('b', 1)));
  const baru = gabung(potret, pesan(4, false, unit('b', 2)));
  assert.deepEqual([...baru.unit.values()], [unit('a', 1), unit('b', 2)]);
  assert.equal(baru.versi, 4);
});

test('an older message changes nothing, unless it is complete', () => {
  const potret = gabung(undefined, pesan(5, true, unit('a', 1)));
  assert.equal(gabung(potret, pesan(4, false, unit('a', 0))), potret);
  assert.equal(gabung(potret, pesan(4, true, unit('a', 0))).unit.get('a').draft, 0);
});

test('waits grow to half a minute at most, and no two screens wait alike', () => {
  for (let percobaan = 0; percobaan < 12; percobaan++) {
    const jeda = Array.from({ length: 200 }, () => lamaJeda(percobaan));
    const most = Math.min(30_000, 500 * 2 ** percobaan);
    assert(jeda.every((lama) => lama <= most && lama >= (percobaan === 0 ? 0 : most / 2)));
    assert(Math.max(...jeda) - Math.min(...jeda) > most / 4);
  }
});

test('screens that were cut off together come back over three seconds', () => {
  const jeda = Array.from({ length: 500 }, jedaSerentak);
  assert(jeda.every((lama) => lama >= 0 && lama < 3_000));
  assert(Math.max(...jeda) - Math.min(...jeda) > 2_000);
  assert(Array.from({ length: 50 }, jedaPenuh).every((lama) => lama >= 30_000 && lama < 60_000));
});

test('days are counted without a time zone', () => {
  assert.equal(keTanggal(keHari('2026-11-22')), '2026-11-22');
  assert.equal(keHari('2026-03-01') - keHari('2026-02-28'), 1);
  assert.equal(keTanggal(setahunKemudian(keHari('2024-02-29'))), '2025-03-01');
  assert.equal(keTanggal(setahunKemudian(keHari('2025-12-31'))), '2026-12-31');
  const bulan = awalBulan(keHari('2025-12-15'), keHari('2026-02-01'));
  assert.deepEqual(bulan.map(keTanggal), ['2026-01-01', '2026-02-01']);
});

test('a day without a point is as the day before', () => {
  const isi = deret(['2026-01-02', 1], ['2026-01-05', 4]);
  assert.equal(pada(isi, keHari('2026-01-01')), undefined);
  assert.equal(pada(isi, keHari('2026-01-04')).pengajuan, 1);
  assert.equal(pada(isi, keHari('2026-02-01')).pengajuan, 4);
  const hari = setiapHari(isi, keHari('2026-01-06'));
  assert.deepEqual(
    hari.map(({ pengajuan }) => pengajuan),
    [1, 1, 1, 4, 4],
  );
  assert.deepEqual(tanggal(setiapHari(isi, keHari('2026-01-03'))), ['2026-01-02', '2026-01-03']);
});

test('only the point of today moves, till a new day begins', () => {
  const awal = sisipkan([], {
    lengkap: true,
    titik: [titik('2026-01-01', 1), titik('2026-01-02', 2)],
  });
  const siang = sisipkan(awal, { lengkap: false, titik: [titik('2026-01-02', 3)] });
  assert.deepEqual(siang, [titik('2026-01-01', 1), titik('2026-01-02', 3)]);
  const besok = sisipkan(siang, { lengkap: false, titik: [titik('2026-01-03', 4)] });
  assert.equal(besok.length, 3);
  assert.deepEqual(sisipkan(besok, { lengkap: true, titik: [] }), []);
});

test('a year that is over ends with the year, or where it last moved', () => {
  const diam = deret(['2025-03-01', 1], ['2026-11-22', 1]);
  assert.deepEqual(tanggal(tutupTahun(diam, 2025)), ['2025-03-01', '2025-12-31']);
  const terlambat = deret(['2025-03-01', 1], ['2026-02-01', 2], ['2026-11-22', 2]);
  assert.deepEqual(tanggal(tutupTahun(terlambat, 2025)), ['2025-03-01', '2026-02-01']);
  assert.equal(tutupTahun(diam, 2026), diam);
});

test('a last year in which nobody made anything is none', () => {
  assert.deepEqual(keTahunIni(deret(['2026-11-22', 0])), []);
  assert.deepEqual(tanggal(keTahunIni(deret(['2025-02-03', 1]))), ['2026-02-03']);
});

test('one sentence compares this year with the last', () => {
  const lalu = keTahunIni(deret(['2025-02-01', 5], ['2025-06-01', 9]));
  const kata = (pengajuan) => kalimatKurva(deret(['2026-03-01', pengajuan]), lalu, 2026);
  assert.equal(
    kata(7),
    'Per 1 Maret 2026, 70,0% sudah mengajukan atau disetujui:' +
      ' 20,0 poin persen lebih maju daripada tahun 2025 pada tanggal yang sama (50,0%).',
  );
  assert.match(kata(4), /: 10,0 poin persen tertinggal dari tahun 2025 /);
  assert.match(kata(5), /disetujui, sama dengan tahun 2025 pada tanggal yang sama \(50,0%\)\.$/);
  assert.match(
    kalimatKurva(deret(['2026-01-15', 1]), lalu, 2026),
    /10,0 poin persen lebih maju .*\(0,0%\)/,
  );
});

test('without a last year the sentence says so', () => {
  assert.equal(
    kalimatKurva(deret(['2026-03-01', 7]), [], 2026),
    'Per 1 Maret 2026, 70,0% sudah mengajukan atau disetujui.' +
      ' Tahun 2025 belum tercatat untuk dibandingkan.',
  );
});

test('the difference is that of the figures shown', () => {
  const kini = keDeret([titik('2026-03-01', 7829, { total: 10_000 })]);
  const dahulu = keDeret([titik('2026-02-01', 7481, { total: 10_000 })]);
  assert.match(kalimatKurva(kini, dahulu, 2026), /78,2%.* 3,4 poin persen .*\(74,8%\)/);
});

test('nobody at all is no share', () => {
  assert.equal(porsi(titik('2026-01-01', 0, { total: 0 })), 0);
  assert.equal(porsi(undefined), 0);
});

test('how long ago, in words', () => {
  const kini = new Date('2026-11-22T10:00:00Z');
  const sejak = (menit) => lalu(new Date(kini.getTime() - menit * 60_000), kini);
  assert.equal(sejak(-5), 'baru saja'); // the service's clock may be ahead
  assert.equal(sejak(0.5), 'baru saja');
  assert.equal(sejak(5.9), '5 menit lalu');
  assert.equal(sejak(61), '1 jam lalu');
  assert.equal(sejak(60 * 24), 'kemarin');
  assert.equal(sejak(60 * 24 * 3), '3 hari lalu');
  assert.match(sejak(60 * 24 * 40), /Oktober 2026/);
});

test('who did what with which SKP', () => {
  const isi = { pelaku: { nama: 'Ani' }, skp: { tahun: 2026 } };
  assert.equal(
    kalimatNotifikasi({ jenis: 'SKP_DIAJUKAN', ...isi }),
    'Ani mengajukan SKP tahun 2026 kepada Anda',
  );
  assert.equal(
    kalimatNotifikasi({ jenis: 'SKP_DIKEMBALIKAN', pelaku: null, skp: null }),
    'Seseorang mengembalikan SKP Anda untuk diperbaiki',
  );
  assert.equal(
    kalimatNotifikasi({ jenis: 'PEJABAT_PENILAI_DIGANTI', ...isi }),
    'Ani mengganti pejabat penilai SKP tahun 2026',
  );
});

test('what is late, and who was reminded of it', () => {
  const isi = { pelaku: { nama: 'Ani' }, skp: null, tahun: 2026 };
  assert.equal(
    kalimatNotifikasi({ jenis: 'SKP_DITUNGGU', ...isi }),
    'Ani mengingatkan: SKP Anda tahun 2026 belum diajukan',
  );
  assert.equal(
    kalimatNotifikasi({ jenis: 'PERSETUJUAN_DITUNGGU', ...isi }),
    'Ani mengingatkan: ada SKP tahun 2026 yang menunggu keputusan Anda',
  );
  const [banyak, satu] = ['1.204 orang yang belum mengajukan SKP', '1 pejabat penilai'];
  assert.equal(diingatkan(1204, 1), `Sudah diingatkan: ${banyak} dan ${satu}.`);
  assert.equal(diingatkan(1204, 0), `Sudah diingatkan: ${banyak}.`);
  assert.equal(diingatkan(0, 1), `Sudah diingatkan: ${satu}.`);
  assert.match(diingatkan(0, 0), /Tidak ada lagi/);
});

test('the address chooses the dashboard; what it does not know is the first', () => {
  assert.deepEqual(
    ['matriks', 'penilaian', 'pengisian', '', 'lain'].map((kunci) => jenisDari(kunci)),
    [MATRIKS, PENILAIAN, PENGISIAN, PENGISIAN, PENGISIAN],
  );
});

test('every column says whom it counts, and every person is in one of them', () => {
  const orang = (isi) => ({ pengisian: 'DRAFT', keterlibatan: 'NOL', penilaian: [], ...isi });
  for (const status of ['BELUM_BUAT', 'DRAFT', 'PENGAJUAN', 'PERSETUJUAN']) {
    const { saring } = PENGISIAN.bagianOrang(orang({ pengisian: status }), null);
    assert.deepEqual(saring, { pengisian: [status] });
  }
  for (const keterlibatan of ['NOL', 'SATU', 'LEBIH']) {
    const { saring } = MATRIKS.bagianOrang(orang({ keterlibatan }), null);
    assert.deepEqual(saring, { keterlibatan: [keterlibatan] });
  }
  for (const predikat of ['SANGAT_BAIK', 'BAIK', 'BUTUH_PERBAIKAN', 'KURANG', 'SANGAT_KURANG']) {
    const penilaian = [{ predikat, periode: { jenis: 'TAHUNAN' } }];
    const { saring } = PENILAIAN.bagianOrang(orang({ penilaian }), null);
    assert.deepEqual(saring, { predikat: [predikat] });
  }
  assert.deepEqual(PENILAIAN.bagianOrang(orang(), null).saring, { dinilai: false });
});

test('without a periode the predikat is that of the end of the year', () => {
  const penilaian = [
    { predikat: 'KURANG', periode: { jenis: 'TRIWULAN' } },
    { predikat: 'BAIK', periode: { jenis: 'TAHUNAN' } },
  ];
  assert.equal(PENILAIAN.bagianOrang({ penilaian }, null).kunci, 'baik');
  const [triwulan] = penilaian;
  assert.equal(PENILAIAN.bagianOrang({ penilaian: [triwulan] }, null).kunci, 'belumDinilai');
  assert.equal(PENILAIAN.bagianOrang({ penilaian: [triwulan] }, 'p_1').kunci, 'kurang');
});

test('how many have got there, of any kind of figures', () => {
  const rekap = { total: 9, nol: 4, satu: 3, lebih: 2 };
  assert.equal(tercapai(MATRIKS, rekap), 5);
  assert.deepEqual(dataRekap(MATRIKS, rekap), {
    'data-total': 9,
    'data-lebih': 2,
    'data-satu': 3,
    'data-nol': 4,
  });
  assert.equal(dataRekap(PENILAIAN, { total: 1, sangatBaik: 1 })['data-sangat-baik'], 1);
});

test('units in the order that is asked for, whatever the kind', () => {
  const units = [
    { id: 'a', nama: 'Bagian 10', total: 4, nol: 4, satu: 0, lebih: 0 },
    { id: 'b', nama: 'Bagian 9', total: 4, nol: 1, satu: 2, lebih: 1 },
    { id: 'c', nama: 'Arsip', total: 0, nol: 0, satu: 0, lebih: 0 },
  ];
  const urut = (kunci, cari = '') => susun(MATRIKS, units, kunci, cari).map(({ id }) => id);
  assert.deepEqual(urut(''), ['c', 'b', 'a']);
  assert.deepEqual(urut('tertinggi'), ['b', 'c', 'a']);
  assert.deepEqual(urut('tertinggal'), ['c', 'a', 'b']);
  assert.deepEqual(urut('sisa'), ['a', 'b', 'c']);
  assert.deepEqual(urut('tidak ada', ' BAGIAN '), ['b', 'a']);
  assert.deepEqual(
    urutan(PENILAIAN).map(({ nama }) => nama),
    [
      'Nama (A–Z)',
      '% sudah dinilai tertinggi',
      '% sudah dinilai terendah',
      'Belum dinilai terbanyak',
    ],
  );
});

test('what moved: whence, then whither', () => {
  const potret = (nol, satu) => ({
    lingkup: { nama: 'Biro' },
    langsung: null,
    unit: new Map([['a', { id: 'a', nama: 'Bagian', total: 3, nol, satu, lebih: 0 }]]),
  });
  const [{ unit: nama, gerak }] = bandingkan(MATRIKS, potret(3, 0), potret(1, 2), new Date());
  assert.equal(nama, 'Bagian');
  assert.deepEqual(
    gerak.map(({ kunci, selisih }) => [kunci, selisih]),
    [
      ['nol', -2],
      ['satu', 2],
    ],
  );
  assert.deepEqual(bandingkan(MATRIKS, potret(1, 2), potret(1, 2), new Date()), []);
});

test('pages follow one another, and nobody is there twice', () => {
  const orang = (id, pengisian = 'DRAFT') => ({ pegawai: { id }, pengisian });
  const pageInfo = (endCursor) => ({ hasNextPage: Boolean(endCursor), endCursor });
  const awal = { orang: [], lanjutan: null };
  const satu = sambung(awal, { nodes: [orang('a'), orang('b')], pageInfo: pageInfo('k') });
  assert.equal(satu.lanjutan, 'k');
  const dua = sambung(satu, {
    nodes: [orang('b', 'PENGAJUAN'), { pegawai: null }, orang('c')],
    pageInfo: { hasNextPage: false, endCursor: 'z' },
  });
  assert.deepEqual(dua.orang, [orang('a'), orang('b', 'PENGAJUAN'), orang('c')]);
  assert.equal(dua.lanjutan, null);
});

test('a NIP may be given with its spaces, a name keeps them', () => {
  assert.equal(rapikan(' 19850101 201001 1 001 '), '198501012010011001');
  assert.equal(rapikan(' Siti Aminah '), 'Siti Aminah');
  assert.equal(rapikan('  '), '');
});
