import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Ringkasan bulanan',
  says: 'Satu atau dua halaman untuk dicetak: yang dimulai, diperiksa, berhenti dan mengapa, terlambat, dan langkah berikutnya.',
  month: 'Bulan',
  inIndonesian: 'Unduh dalam bahasa Indonesia (PDF)',
  inEnglish: 'Unduh dalam bahasa Inggris (PDF)',
  last: 'Bulan yang terakhir selesai (PDF)',
  country: 'Seluruh Indonesia',
  foot: (address: string) => `Disusun dari catatan, bukan dokumen resmi: ${address}`,
}

const en: SameTexts<typeof id> = {
  title: 'Monthly brief',
  says: 'One or two pages to print: what began, what was checked, what stopped and why, what is late, and what to do next.',
  month: 'Month',
  inIndonesian: 'Download in Indonesian (PDF)',
  inEnglish: 'Download in English (PDF)',
  last: 'The month that ended last (PDF)',
  country: 'All of Indonesia',
  foot: (address) => `Put together from the record, no official document: ${address}`,
}

/** Texts of the monthly brief and of the form that asks for it. */
export const briefTexts = { id, en }
