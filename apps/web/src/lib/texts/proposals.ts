import type { SameTexts } from './same-texts.ts'

const id = {
  section: 'Naskah usulan',
  sectionSays:
    'Usulan lomba disiapkan di sini dari catatan dan rancang bangunnya, lalu disalin ke tempat pengajuannya. Semai tidak mengajukannya ke mana pun.',
  start: (form: string) => `Siapkan usulan: ${form}`,
  goOn: (form: string) => `Lanjutkan usulan: ${form}`,
  savedAt: (when: string) => `tersimpan ${when}`,
  title: (name: string) => `Usulan: ${name}`,
  description: 'Menyiapkan usulan lomba dari catatan inovasi.',
  kicker: (form: string) => `Naskah usulan, ${form}`,
  source: (source: string) =>
    `Susunan ini yang terakhir diketahui. Sumber: ${source}. Cocokkan dengan pedoman tahun berjalan.`,
  weight: (weight: string) => `Bobot ${weight}.`,
  words: (count: string) => `${count} kata`,
  wordsOf: (count: string, most: string) => `${count} dari paling banyak ${most} kata`,
  unknownLimit: 'batas kata tidak diketahui',
  text: 'Unduh sebagai teks',
  json: 'Unduh sebagai JSON',
  back: 'Kembali ke halaman kelola',
}

const en: SameTexts<typeof id> = {
  section: 'Proposal',
  sectionSays:
    'A proposal for a competition is prepared here from the record and its blueprint, then copied to where it is submitted. Semai submits it nowhere.',
  start: (form) => `Prepare a proposal: ${form}`,
  goOn: (form) => `Go on with the proposal: ${form}`,
  savedAt: (when) => `saved ${when}`,
  title: (name) => `Proposal: ${name}`,
  description: 'Preparing a proposal for a competition from the record of an innovation.',
  kicker: (form) => `Proposal, ${form}`,
  source: (source) =>
    `This is the last form known. Source: ${source}. Compare it with the guide of this year.`,
  weight: (weight) => `Weight ${weight}.`,
  words: (count) => `${count} words`,
  wordsOf: (count, most) => `${count} of at most ${most} words`,
  unknownLimit: 'most words not known',
  text: 'Download as text',
  json: 'Download as JSON',
  back: 'Back to the page that looks after it',
}

/** Texts of proposals prepared beside a record. */
export const proposalTexts = { id, en }
