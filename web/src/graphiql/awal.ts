export const AWAL = `# e-Kinerja: layanan GraphQL.
#
# 1. Jalankan mutation Masuk dengan NIP dan kata sandi Anda.
# 2. Salin token-nya ke tab Headers di bawah:
#      { "Authorization": "Bearer <token>" }
#    Header yang sama dipakai untuk query, mutation, dan subscription.
# 3. Jalankan Saya, lalu Pengisian.

mutation Masuk {
  masuk(input: { nip: "", kataSandi: "" }) {
    token
    kedaluwarsa
    userErrors {
      message
    }
  }
}

query Saya {
  saya {
    nama
    peran
    instansi {
      id
      nama
    }
    memimpin {
      id
      nama
    }
  }
}

# Pesan pertama lengkap; berikutnya hanya unit yang berubah.
# Tanpa instansiId atau unorId: nasional, khusus SUPER_ADMIN.
subscription Pengisian {
  dashboardPengisian(tahun: ${new Date().getFullYear()}) {
    versi
    lengkap
    lingkup {
      nama
    }
    utama {
      total
      belumBuat
      draft
      pengajuan
      persetujuan
    }
    unit {
      id
      nama
      total
      persetujuan
    }
  }
}
`;

export const HEADER = `{
  "Authorization": "Bearer "
}
`;
