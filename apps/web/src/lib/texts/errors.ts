import type { SameTexts } from './same-texts.ts'

const id = {
  notFound: {
    title: 'Halaman ini belum tumbuh',
    says: 'Alamatnya mungkin salah ketik, sudah dipindahkan, atau memang belum pernah ada. Datanya sendiri tidak hilang: cari di bawah.',
  },
  forbidden: {
    title: 'Halaman ini bukan untuk umum',
    says: 'Isinya hanya dapat dibuka oleh orang yang diberi tugas di dalamnya.',
  },
  invalid: {
    title: 'Alamat ini tidak dapat dibaca',
    says: 'Ada bagian alamat yang tidak kami kenali. Mulailah lagi dari katalog.',
  },
  tooLarge: {
    title: 'Kiriman ini terlalu besar',
    says: 'Kembali ke halaman sebelumnya, lalu kirim bagian yang lebih kecil.',
  },
  busy: {
    title: 'Terlalu banyak permintaan sekaligus',
    says: 'Tunggu sebentar, lalu muat ulang halaman ini.',
  },
  trouble: {
    title: 'Halaman gagal dimuat',
    says: 'Kesalahan ada di pihak kami dan sudah tercatat. Muat ulang halaman ini; kalau masih gagal, sebutkan kodenya kepada pengelola.',
  },
  code: 'Kode',
  reload: 'Muat ulang',
  ways: 'Jalan lain',
  toCatalogue: 'Semua inovasi di katalog',
  toRegions: 'Daerah Anda dan apa yang berjalan di sana',
  toSpread: 'Peta penyebaran',
  drawing: 'Sebaris semai; satu lubang tanam masih kosong.',
}

const en: SameTexts<typeof id> = {
  notFound: {
    title: 'Nothing has grown here yet',
    says: 'The address may be mistyped, moved, or never have existed. The data is not lost: search below.',
  },
  forbidden: {
    title: 'This page is not public',
    says: 'Only people who have been given a task in it can open it.',
  },
  invalid: {
    title: 'This address cannot be read',
    says: 'Part of the address is unknown to us. Start again from the catalogue.',
  },
  tooLarge: {
    title: 'This is too large to send',
    says: 'Go back to the page before and send something smaller.',
  },
  busy: {
    title: 'Too many requests at once',
    says: 'Wait a moment, then load the page again.',
  },
  trouble: {
    title: 'The page could not be loaded',
    says: 'The fault is ours and has been recorded. Load the page again; if it still fails, tell the operator the code.',
  },
  code: 'Code',
  reload: 'Load again',
  ways: 'Other ways',
  toCatalogue: 'All innovations in the catalogue',
  toRegions: 'Your region and what runs there',
  toSpread: 'The map of spread',
  drawing: 'A row of seedlings; one planting hole is still empty.',
}

export const errorTexts = { id, en }
