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
  notTaken: {
    title: 'Alamat ini tidak menerima kiriman',
    says: 'Tidak ada yang berubah. Buka halamannya lagi, lalu kirim lewat tombol di sana.',
  },
  notForm: {
    title: 'Kiriman ini bukan isian formulir',
    says: 'Tidak ada yang berubah. Buka halamannya lagi, isi formulir di sana, lalu kirim. Program memakai alamat di /api/openapi.json.',
  },
  noLength: {
    title: 'Kiriman ini tidak menyebut panjangnya',
    says: 'Tidak ada yang berubah. Kirim lagi dengan kepala Content-Length.',
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
  notTaken: {
    title: 'Nothing can be sent to this address',
    says: 'Nothing was changed. Open the page again and send it by a button there.',
  },
  notForm: {
    title: 'What was sent is not a form',
    says: 'Nothing was changed. Open the page again, fill in the form on it and send that. Programs use the addresses in /api/openapi.json.',
  },
  noLength: {
    title: 'What was sent does not say how long it is',
    says: 'Nothing was changed. Send it again with the header Content-Length.',
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

/** What the page of an error says, by its status; every other status is our own trouble. */
const kinds = {
  400: 'invalid',
  403: 'forbidden',
  404: 'notFound',
  405: 'notTaken',
  411: 'noLength',
  413: 'tooLarge',
  415: 'notForm',
  422: 'invalid',
  429: 'busy',
} as const

/** The kind of an error by its status. */
export function errorKind(status: number) {
  return Object.hasOwn(kinds, status) ? kinds[status as keyof typeof kinds] : 'trouble'
}
