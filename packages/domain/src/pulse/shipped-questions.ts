import type { PulseQuestion } from './pulse-questions.ts'

/** What the product ships as version 1. From the minimum set asked in the monitoring of continuity, shortened to what one person can answer in a minute. */
export const shippedQuestions: readonly PulseQuestion[] = [
  {
    key: 'keeper',
    kind: 'choice',
    text: { id: 'Siapa yang mengurusnya sekarang?', en: 'Who looks after it now?' },
    choices: choices([
      ['same', 'Orang atau tim yang sama', 'The same person or team'],
      ['other', 'Sudah orang lain', 'Somebody else by now'],
      ['nobody', 'Belum ada penggantinya', 'Nobody took it over'],
    ]),
  },
  {
    key: 'budget',
    kind: 'choice',
    text: { id: 'Ada pos anggarannya tahun ini?', en: 'Does it have a budget line this year?' },
    choices: choices([
      ['yes', 'Ada', 'Yes'],
      ['no', 'Tidak ada', 'No'],
      ['not_needed', 'Berjalan tanpa biaya khusus', 'It runs without money of its own'],
    ]),
  },
  {
    key: 'users',
    kind: 'number',
    text: { id: 'Berapa orang dilayani dalam sebulan?', en: 'How many people are served in a month?' },
  },
  {
    key: 'changes',
    kind: 'text',
    text: { id: 'Apa yang berubah sejak kabar terakhir?', en: 'What changed since the last news?' },
  },
  {
    key: 'help',
    kind: 'choice',
    text: { id: 'Bantuan apa yang diperlukan?', en: 'What help is needed?' },
    choices: choices([
      ['none', 'Tidak ada', 'None'],
      ['mentoring', 'Pendampingan', 'Mentoring'],
      ['budget', 'Anggaran', 'Budget'],
      ['regulation', 'Dasar hukum', 'A legal basis'],
      ['staff', 'Tenaga atau pelatihan', 'Staff or training'],
      ['infrastructure', 'Sarana dan jaringan', 'Infrastructure'],
    ]),
  },
]

function choices(list: readonly (readonly [key: string, id: string, en: string])[]) {
  return list.map(([key, id, en]) => ({ key, label: { id, en } }))
}
