import { handoverCauseNames } from '../pulse/handover.ts'
import type { HandoverCause } from '../pulse/handover.ts'
import { dateWords } from '../time/date-words.ts'
import type { Says } from '../text/says.ts'
import { declareNotices } from './notice.ts'

type PulseNames = { code: string; adopter: string; innovation: string }

/** What is kept of notices about the pulse of a replication. */
export type PulseNoticeDetails = {
  pulse_due: PulseNames & { until: string }
  pulse_near: PulseNames & { until: string }
  pulse_lapsed: PulseNames
  pulse_said_stopped: PulseNames
  handover_needed: PulseNames & { cause: HandoverCause }
  /** Somebody is to check an answer of a sample. */
  pulse_check: { sample: string; adopter: string; innovation: string }
}

const adopters: Says = {
  id: 'penulis dan admin lokal yang menjalankan',
  en: 'authors and administrators of the adopter',
}
const watchers: Says = {
  id: 'admin lokal yang menjalankan dan hub yang membinanya',
  en: 'administrators of the adopter and the hub in charge',
}
const pageOf = ({ code }: { code: string }) => `/replikasi/${code}/denyut`
const often = { group: 'replications', mail: 'now', maySwitchOff: true, isUrgent: false } as const

/** Notices about whether replications still run. */
export const pulseNotices = declareNotices<PulseNoticeDetails>({
  pulse_due: {
    ...often,
    title: { id: 'Masih berjalan? Saatnya menjawab', en: 'Still running? Time for an answer' },
    receives: adopters,
    subject: ({ innovation }) => ({
      id: `Masih berjalan? ${innovation}`,
      en: `Still running? ${innovation}`,
    }),
    sentence: ({ innovation, adopter, until }) => ({
      id: `Apakah ${innovation} di ${adopter} masih berjalan? Jawab sebelum ${dateWords('id', until)}, atau kirim tautannya kepada yang menjalankan.`,
      en: `Does ${innovation} of ${adopter} still run? Answer before ${dateWords('en', until)}, or send the link to those who run it.`,
    }),
    link: pageOf,
  },
  pulse_near: {
    ...often,
    title: { id: 'Masih berjalan? Batasnya mendekat', en: 'Still running? The last day is near' },
    receives: adopters,
    subject: ({ innovation, until }) => ({
      id: `Sampai ${dateWords('id', until)}: masih berjalan? ${innovation}`,
      en: `Until ${dateWords('en', until)}: still running? ${innovation}`,
    }),
    sentence: ({ innovation, adopter, until }) => ({
      id: `Belum ada jawaban untuk ${innovation} di ${adopter}. Setelah ${dateWords('id', until)} tercatat sebagai tidak dijawab.`,
      en: `There is no answer yet for ${innovation} of ${adopter}. After ${dateWords('en', until)} it is on record as not answered.`,
    }),
    link: pageOf,
  },
  pulse_lapsed: {
    ...often,
    title: { id: 'Masih berjalan? Tidak dijawab', en: 'Still running? Not answered' },
    receives: watchers,
    subject: ({ innovation }) => ({ id: `Tidak dijawab: ${innovation}`, en: `Not answered: ${innovation}` }),
    sentence: ({ innovation, adopter }) => ({
      id: `Tidak ada yang menjawab apakah ${innovation} di ${adopter} masih berjalan. Ia tidak lagi terhitung berjalan sampai ada kabar.`,
      en: `Nobody answered whether ${innovation} of ${adopter} still runs. It does not count as running until there is news.`,
    }),
    link: pageOf,
    mail: 'daily',
  },
  pulse_said_stopped: {
    ...often,
    title: { id: 'Dinyatakan berhenti lewat tautan', en: 'Said to have stopped, through a link' },
    receives: watchers,
    subject: ({ innovation }) => ({
      id: `Dinyatakan berhenti: ${innovation}`,
      en: `Said to have stopped: ${innovation}`,
    }),
    sentence: ({ innovation, adopter }) => ({
      id: `Lewat tautan dinyatakan bahwa ${innovation} di ${adopter} sudah berhenti. Bila benar, ambil langkah "Terhenti" di halaman replikasinya.`,
      en: `Through a link it was said that ${innovation} of ${adopter} has stopped. If so, take the step "It has stopped" on the page of the replication.`,
    }),
    link: pageOf,
  },
  handover_needed: {
    ...often,
    title: { id: 'Replikasi perlu diserahterimakan', en: 'A replication needs a hand-over' },
    receives: watchers,
    subject: ({ innovation }) => ({
      id: `Perlu serah terima: ${innovation}`,
      en: `Needs a hand-over: ${innovation}`,
    }),
    sentence: ({ innovation, adopter, cause }) => ({
      id: `${innovation} di ${adopter}: ${handoverCauseNames[cause].id}. Buka berkas serah terimanya, lalu tetapkan penerusnya.`,
      en: `${innovation} of ${adopter}: ${handoverCauseNames[cause].en}. Open the hand-over pack, then name who goes on.`,
    }),
    link: ({ code }) => `/replikasi/${code}/serah-terima`,
  },
  pulse_check: {
    ...often,
    title: { id: 'Uji petik untuk Anda', en: 'A check for you' },
    receives: { id: 'pendamping yang ditugasi', en: 'the mentor who is to check' },
    subject: ({ innovation, adopter }) => ({
      id: `Mohon diperiksa: ${innovation}, ${adopter}`,
      en: `Please check: ${innovation}, ${adopter}`,
    }),
    sentence: ({ innovation, adopter }) => ({
      id: `Jawaban bahwa ${innovation} di ${adopter} berjalan terpilih untuk uji petik. Periksa, lalu catat yang Anda temukan.`,
      en: `The answer that ${innovation} of ${adopter} runs was drawn for a check. Look, and write down what you found.`,
    }),
    link: ({ sample }) => `/uji-petik/${sample}`,
  },
})
