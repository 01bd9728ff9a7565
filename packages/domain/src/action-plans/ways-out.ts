import type { Says } from '../text/says.ts'
import type { ChainKind } from './budget-chain.ts'

export const wayOutNames = [
  'apbd_change',
  'apbd_shift',
  'dipa_revision',
  'rkap_change',
  'other_sources',
  'no_cost',
  'next_year',
] as const
/** A lawful way on when a window of the budget was missed. Source: product.md D. */
export type WayOutName = (typeof wayOutNames)[number]

/** A way out: for which chains, what it is, and when it applies. */
export type WayOut = { chains: readonly ChainKind[]; title: Says; says: Says; applies: Says }

const all: readonly ChainKind[] = ['local', 'central', 'company', 'other']

/** What may be done after a window was missed, in the order in which to think of it. */
export const waysOut: Record<WayOutName, WayOut> = {
  apbd_change: {
    chains: ['local'],
    title: { id: 'Perubahan APBD', en: 'Change of the local budget' },
    says: {
      id: 'Usulkan kegiatannya dalam perubahan RKPD dan KUA-PPAS, lalu RKA perubahan.',
      en: 'Propose the activity in the changed work plan and budget policy, then in the changed draft budget.',
    },
    applies: {
      id: 'Bila tahun anggarannya sudah berjalan dan kegiatannya dapat selesai sebelum Desember.',
      en: 'Once the budget year runs, where the activity can end before December.',
    },
  },
  apbd_shift: {
    chains: ['local'],
    title: { id: 'Pergeseran anggaran', en: 'Shift within the budget' },
    says: {
      id: 'Geser dari rincian yang tidak terserap di perangkat daerah yang sama, lewat DPPA; bicarakan dengan TAPD.',
      en: 'Shift from a detail of the same office that will not be spent, by a changed budget document; speak to the budget team.',
    },
    applies: {
      id: 'Bila sub-kegiatannya sudah ada di DPA. Pergeseran antar-organisasi memerlukan perubahan Perda APBD.',
      en: 'Where the sub-activity already stands in the budget document. Between offices it needs a change of the by-law.',
    },
  },
  dipa_revision: {
    chains: ['central'],
    title: { id: 'Revisi DIPA', en: 'Revision of the DIPA' },
    says: {
      id: 'Ajukan revisi anggaran ke KPA, Kanwil DJPb atau DJA sesuai kewenangannya.',
      en: 'Ask for a revision of the budget from whoever is competent for its kind.',
    },
    applies: {
      id: 'Bila tahun anggarannya berjalan dan batas pengajuan revisinya belum lewat.',
      en: 'While the budget year runs and the last day for revisions has not passed.',
    },
  },
  rkap_change: {
    chains: ['company'],
    title: { id: 'Perubahan RKAP', en: 'Change of the company budget' },
    says: {
      id: 'Usulkan perubahan RKAP, atau pakai pos yang menjadi wewenang direksi.',
      en: 'Propose a change of the company budget, or use what the directors may decide on.',
    },
    applies: { id: 'Bila tahun bukunya sudah berjalan.', en: 'Once the business year runs.' },
  },
  other_sources: {
    chains: all,
    title: { id: 'Sumber sah lain', en: 'Other lawful sources' },
    says: {
      id: 'DAK, dana desa, hibah, TJSL/CSR, mitra, atau BLUD yang luwes; catat sebagai sumber lain di bawah.',
      en: 'Special allocation or village funds, grants, corporate responsibility, partners; record them below as other sources.',
    },
    applies: {
      id: 'Bila menunya cocok dan ada naskah perjanjian hibah, musyawarah desa, atau kerja samanya.',
      en: 'Where its purpose fits and there is an agreement, or a decision of the village.',
    },
  },
  no_cost: {
    chains: all,
    title: { id: 'Mulai tanpa biaya', en: 'Begin without cost' },
    says: {
      id: 'Kerjakan dulu yang tidak memerlukan belanja: regulasi, SOP, SK tim, penataan alur dengan petugas yang ada.',
      en: 'First do what costs nothing: regulation, procedure, team decree, a new flow with the staff there is.',
    },
    applies: { id: 'Kapan saja.', en: 'At any time.' },
  },
  next_year: {
    chains: all,
    title: { id: 'Masuk tahun berikutnya', en: 'Take the next year' },
    says: {
      id: 'Geser tahun rencana, dan siapkan usulannya sejak penyusunan rencana kerja.',
      en: 'Move the year of the plan, and have the proposal ready when the work plan is written.',
    },
    applies: {
      id: 'Bila tidak ada jalan lain, atau kegiatannya tidak mendesak.',
      en: 'Where no other way is open, or the activity can wait.',
    },
  },
}
