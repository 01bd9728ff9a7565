import type { Says } from '../text/says.ts'

/** What a question can be answered from: each is a kind of record. */
export const evidenceKinds = [
  'programme',
  'target',
  'running',
  'verified',
  'settings',
  'lasting',
  'results',
  'award',
  'legal_basis',
  'commitment',
  'demand',
  'problem',
  'reported',
  'blueprint',
  'core',
  'adapted',
  'staff',
  'host',
  'lessons',
  'institutionalised',
  'indicators',
  'inclusion',
  'cost',
  'funded',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export const readinessAreas = [
  'strategy',
  'credibility',
  'support',
  'advantage',
  'transfer',
  'fit',
  'funding',
] as const
/** What a question is about: the seven areas of the scalability checklist of MSI. */
export type ReadinessArea = (typeof readinessAreas)[number]

export const readinessAreaNames: Record<ReadinessArea, Says> = {
  strategy: { id: 'Arah menuju skala', en: 'The way to scale' },
  credibility: { id: 'Bukti bahwa ia bekerja', en: 'Evidence that it works' },
  support: { id: 'Dukungan', en: 'Support' },
  advantage: { id: 'Kelebihan atas cara lama', en: 'Better than what was there' },
  transfer: { id: 'Mudah dialihkan', en: 'Easy to hand on' },
  fit: { id: 'Cocok dengan yang mengadopsi', en: 'Fits those who adopt it' },
  funding: { id: 'Pendanaan', en: 'Money' },
}

/** A question, the records that answer it, how many it takes, and whether it must be answered before scaling is discussed. */
export type ReadinessQuestion = {
  key: EvidenceKind
  area: ReadinessArea
  asks: Says
  enough: number
  isNeeded: boolean
}

/** A version of the checklist with where it comes from; a version is never changed, a new one is added. */
export type ReadinessChecklist = {
  version: number
  since: string
  source: Says
  questions: readonly ReadinessQuestion[]
}

type Row = readonly [EvidenceKind, ReadinessArea, enough: number, isNeeded: boolean, id: string, en: string]
const questionOf = ([key, area, enough, isNeeded, id, en]: Row): ReadinessQuestion => ({
  key,
  area,
  enough,
  isNeeded,
  asks: { id, en },
})

const first: readonly Row[] = [
  [
    'programme',
    'strategy',
    1,
    true,
    'Ada kementerian yang membawanya ke skala nasional?',
    'Does a ministry take it to national scale?',
  ],
  [
    'target',
    'strategy',
    1,
    false,
    'Sasaran daerah atau tahunnya sudah diumumkan?',
    'Are target regions or years published?',
  ],
  [
    'verified',
    'credibility',
    1,
    true,
    'Berjalannya di tempat lain diperiksa pihak yang bukan pemiliknya?',
    'Did somebody other than its owner see it run elsewhere?',
  ],
  [
    'results',
    'credibility',
    1,
    true,
    'Hasilnya diukur sebelum dan sesudah?',
    'Were its results measured before and after?',
  ],
  [
    'settings',
    'credibility',
    2,
    true,
    'Sudah dicoba di tempat yang berlainan jenisnya?',
    'Was it tried in places of different kinds?',
  ],
  [
    'lasting',
    'credibility',
    3,
    true,
    'Di tempat lain masih berjalan setahun kemudian?',
    'Does it still run elsewhere a year later?',
  ],
  [
    'award',
    'credibility',
    1,
    false,
    'Diakui pihak di luar instansinya?',
    'Was it recognised outside its own agency?',
  ],
  [
    'legal_basis',
    'support',
    1,
    false,
    'Ada dasar hukum di tempat asalnya?',
    'Has it a legal basis where it comes from?',
  ],
  [
    'commitment',
    'support',
    1,
    false,
    'Ada pimpinan daerah lain yang berkomitmen tertulis?',
    'Did heads elsewhere commit themselves in writing?',
  ],
  ['demand', 'support', 1, false, 'Ada yang sedang menirunya sekarang?', 'Is somebody taking it over now?'],
  [
    'problem',
    'advantage',
    1,
    false,
    'Masalah yang dijawabnya diuraikan?',
    'Is the problem it answers described?',
  ],
  [
    'reported',
    'advantage',
    1,
    false,
    'Yang menirunya melaporkan hasil yang diperiksa?',
    'Do those who took it over report results that were checked?',
  ],
  ['blueprint', 'transfer', 1, true, 'Rancang bangunnya terbit?', 'Is its blueprint published?'],
  [
    'core',
    'transfer',
    1,
    false,
    'Bagian yang harus tetap dibedakan dari yang boleh berubah?',
    'Is what must stay told apart from what may change?',
  ],
  [
    'adapted',
    'transfer',
    1,
    false,
    'Sudah pernah disesuaikan dan tetap berjalan?',
    'Was it ever fitted to a place and still runs?',
  ],
  [
    'staff',
    'transfer',
    1,
    false,
    'Tenaga yang diperlukan diketahui?',
    'Is it known who is needed to run it?',
  ],
  [
    'host',
    'transfer',
    1,
    false,
    'Instansi asalnya menerima yang ingin belajar?',
    'Does its origin receive those who want to learn?',
  ],
  [
    'lessons',
    'transfer',
    1,
    false,
    'Kiat dan kegagalannya dicatat?',
    'Are its lessons and failures written down?',
  ],
  [
    'running',
    'fit',
    3,
    true,
    'Berjalan di lingkungan instansi lain sekarang?',
    'Does it run in other agencies now?',
  ],
  [
    'institutionalised',
    'fit',
    1,
    false,
    'Ada yang sudah melembagakannya?',
    'Did anybody make it a part of the institution?',
  ],
  [
    'indicators',
    'fit',
    1,
    false,
    'Indikatornya ditetapkan agar semua melaporkan hal yang sama?',
    'Are indicators set so that all report the same?',
  ],
  [
    'inclusion',
    'fit',
    1,
    false,
    'Hambatan bagi warga yang rentan dipertimbangkan?',
    'Were barriers for vulnerable citizens thought of?',
  ],
  ['cost', 'funding', 1, true, 'Biayanya diketahui?', 'Is its cost known?'],
  [
    'funded',
    'funding',
    1,
    true,
    'Yang menirunya mendapat anggaran?',
    'Did those who took it over get a budget?',
  ],
]

/** Versions of the checklist, oldest first. */
export const readinessChecklists: readonly ReadinessChecklist[] = [
  {
    version: 1,
    since: '2026-11-27',
    source: {
      id: 'Tujuh bidangnya mengikuti daftar periksa skalabilitas MSI (28 pertanyaan, 2012 dan 2021); memilih yang dapat dijawab dari catatan dan menandai yang wajib mengikuti anjuran ExpandNet/WHO tentang inovasi yang dapat diskalakan. Pertanyaannya ditulis ulang; ambangnya usulan awal Semai.',
      en: 'Its seven areas follow the scalability checklist of MSI (28 questions, 2012 and 2021); what records can answer was chosen, and what is needed marked, after the advice of ExpandNet/WHO on innovations that can be scaled. The questions are in our own words; the thresholds are a first proposal of Semai.',
    },
    questions: first.map(questionOf),
  },
]

/** The checklist that is in use. */
export const readinessChecklist = readinessChecklists.at(-1)!
