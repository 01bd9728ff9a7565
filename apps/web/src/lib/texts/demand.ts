import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Dicari, belum ditemukan',
  lead: 'Yang dicari orang di katalog dan belum ada jawabannya: kebutuhan yang menunggu inovasi, atau inovasi yang belum dicatat.',
  how: (days: string, times: string) =>
    `Yang tampil hanya yang dicari pada sedikitnya ${days} hari berbeda atau ${times} kali. Kami menyimpan kata dasarnya, tanggal, dan hitungannya saja, tanpa keterangan tentang siapa yang mencari. Pencarian yang memuat nomor panjang, alamat surel, atau alamat laman tidak disimpan.`,
  order: 'Kata ditulis sebagai kata dasar menurut abjad, bukan seperti diketik.',
  columns: { asked: 'Kata yang dicari', times: 'Berapa kali', days: 'Pada berapa hari', last: 'Terakhir' },
  again: 'Cari lagi',
  againFor: (asked: string) => `Cari lagi: ${asked}`,
  emptyTitle: 'Belum ada yang dapat ditampilkan',
  empty: (days: string, times: string) =>
    `Sampai sekarang tidak ada pencarian tanpa hasil yang diulang pada ${days} hari berbeda atau ${times} kali.`,
  search: 'Cari di katalog',
  asJson: 'Daftar ini sebagai JSON',
  toNeeds: 'Kebutuhan instansi yang belum ada jawabannya',
  seeAll: 'Lihat apa yang dicari dan belum ditemukan',
}

const en: SameTexts<typeof id> = {
  title: 'Searched for, not found',
  lead: 'What people looked for in the catalogue without an answer: needs that await an innovation, or innovations not on record yet.',
  how: (days, times) =>
    `Shown is only what was asked on at least ${days} different days or ${times} times. We keep the roots of the words, the day and the count, and nothing about who asked. Searches with long numbers, mail addresses or page addresses are not kept.`,
  order: 'Words are written as Indonesian roots in order of the alphabet, not as they were typed.',
  columns: { asked: 'Words searched for', times: 'How often', days: 'On how many days', last: 'Last' },
  again: 'Search again',
  againFor: (asked) => `Search again: ${asked}`,
  emptyTitle: 'Nothing to show yet',
  empty: (days, times) =>
    `So far no search without a result was repeated on ${days} different days or ${times} times.`,
  search: 'Search the catalogue',
  asJson: 'This list as JSON',
  toNeeds: 'Needs of organisations without an answer',
  seeAll: 'See what was searched for and not found',
}

export const demandTexts = { id, en }
