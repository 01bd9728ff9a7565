import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Kesiapan skala',
  of: (name: string) => `Kesiapan skala: ${name}`,
  description: (name: string) =>
    `Apa yang tercatat, dan apa yang belum, bila ${name} hendak dibawa ke skala nasional.`,
  lead: 'Disusun dari catatan publik saat halaman ini dibuka. Tidak ada yang diketik: catatan yang dicabut menghilangkan jawabannya.',
  notYet: 'Belum',
  notYetSays: (count: string) => `${count} pertanyaan pokok belum terjawab dari catatan:`,
  toDiscuss: 'Dapat dibahas',
  toDiscussSays:
    'Pertanyaan pokoknya terjawab dari catatan. Ini bukan nilai dan bukan persetujuan, melainkan bahan untuk dibahas.',
  counts: (answered: string, partly: string, gap: string) =>
    `${answered} terjawab, ${partly} sebagian, ${gap} belum ada catatannya`,
  states: { answered: 'terjawab', partly: 'sebagian', gap: 'belum ada catatan' },
  ofEnough: (count: string, enough: string) => `${count} dari ${enough}`,
  needed: 'pokok',
  records: (count: string) => `${count} catatan`,
  more: (count: string) => `${count} catatan lagi`,
  gap: 'Belum ada catatan yang menjawabnya.',
  pdf: 'Unduh PDF',
  foot: (address: string) => `Disusun dari catatan publik, bukan dokumen resmi: ${address}`,
  source: (version: string) => `Daftar periksa versi ${version}`,
  open: 'Lihat kesiapan skalanya',
}

const en: SameTexts<typeof id> = {
  title: 'Readiness for scale',
  of: (name) => `Readiness for scale: ${name}`,
  description: (name) => `What is on record, and what is not, for taking ${name} to national scale.`,
  lead: 'Put together from public records when this page is opened. Nothing is typed in: a record that is withdrawn takes its answer away.',
  notYet: 'Not yet',
  notYetSays: (count) => `${count} needed questions are not answered by records:`,
  toDiscuss: 'Ready to be discussed',
  toDiscussSays:
    'The needed questions are answered by records. This is neither a score nor a consent but something to discuss.',
  counts: (answered, partly, gap) => `${answered} answered, ${partly} partly, ${gap} without a record`,
  states: { answered: 'answered', partly: 'partly', gap: 'no record yet' },
  ofEnough: (count, enough) => `${count} of ${enough}`,
  needed: 'needed',
  records: (count) => `${count} records`,
  more: (count) => `${count} more records`,
  gap: 'There is no record that answers it.',
  pdf: 'Download PDF',
  foot: (address: string) => `Put together from public records, not an official document: ${address}`,
  source: (version) => `Checklist version ${version}`,
  open: 'See how ready it is for scale',
}

export const readinessTexts = { id, en }
