import { dateWords, instantWords } from '../time/date-words.ts'
import type { Says } from '../text/says.ts'
import { declareNotices } from './notice.ts'

/** The deadline as an instant, `2026-04-01T09:00:00.000Z`. */
type OfDeadline = { code: string; round: string; until: string }

/** What is kept of notices about monitoring rounds. */
export type RoundNoticeDetails = {
  round_asked: OfDeadline
  round_near: OfDeadline
  round_extended: OfDeadline & { locus: string; name: string }
  round_presents: {
    code: string
    round: string
    locus: string
    name: string
    at: string
    place: string | null
  }
  round_assigned: { code: string; round: string; count: number }
  /** `until` is a day. */
  round_assess_near: { code: string; round: string; count: number; until: string }
  round_published: { code: string; round: string }
}

const answers: Says = {
  id: 'penulis dan admin lokal dari yang diminta menjawab',
  en: 'authors and administrators of whoever is asked',
}
const said = ({ until }: { until: string }): Says => ({
  id: instantWords('id', new Date(until)),
  en: instantWords('en', new Date(until)),
})
const page = ({ code }: { code: string }) => `/pantauan/${code}`
const usual = { group: 'records', mail: 'now', maySwitchOff: true, isUrgent: false } as const

/** What those who are asked in a round, and who assess, are told. */
export const roundNotices = declareNotices<RoundNoticeDetails>({
  round_asked: {
    ...usual,
    title: { id: 'Diminta menjawab putaran pemantauan', en: 'Asked in a monitoring round' },
    receives: answers,
    subject: ({ round }) => ({ id: `Mohon dijawab: ${round}`, en: `Please answer: ${round}` }),
    sentence: (detail) => ({
      id: `${detail.round} sudah dibuka. Jawab sebelum ${said(detail).id}; isian dapat disimpan sebagai draf.`,
      en: `${detail.round} is open. Answer before ${said(detail).en}; what you write can be kept as a draft.`,
    }),
    link: page,
  },
  round_near: {
    ...usual,
    title: { id: 'Batas waktu pemantauan hampir tiba', en: 'The deadline of a monitoring round is near' },
    receives: {
      id: `${answers.id}, selama belum terkirim`,
      en: `${answers.en}, while nothing is submitted`,
    },
    subject: (detail) => ({
      id: `Belum terkirim: ${detail.round}`,
      en: `Not submitted yet: ${detail.round}`,
    }),
    sentence: (detail) => ({
      id: `Jawaban untuk ${detail.round} belum terkirim. Batas waktunya ${said(detail).id}.`,
      en: `The answers for ${detail.round} are not submitted yet. The deadline is ${said(detail).en}.`,
    }),
    link: page,
  },
  round_extended: {
    ...usual,
    title: { id: 'Batas waktu pemantauan diperpanjang', en: 'More time in a monitoring round' },
    receives: answers,
    subject: ({ name }) => ({ id: `Diperpanjang: ${name}`, en: `More time: ${name}` }),
    sentence: (detail) => ({
      id: `Jawaban ${detail.name} untuk ${detail.round} dapat dikirim sampai ${said(detail).id}.`,
      en: `The answers of ${detail.name} for ${detail.round} can be submitted until ${said(detail).en}.`,
    }),
    link: ({ code, locus }) => `/pantauan/${code}/jawab/${locus}`,
  },
  round_presents: {
    ...usual,
    title: { id: 'Jadwal presentasi', en: 'When a locus presents' },
    receives: { id: `${answers.id}, dan penilainya`, en: `${answers.en}, and its assessors` },
    subject: ({ name }) => ({ id: `Jadwal presentasi: ${name}`, en: `Presentation: ${name}` }),
    sentence: ({ name, round, at, place }) => ({
      id: `${name} dipresentasikan untuk ${round} pada ${instantWords('id', new Date(at))}, ${place ?? 'secara daring'}.`,
      en: `${name} is presented for ${round} on ${instantWords('en', new Date(at))}, ${place ?? 'online'}.`,
    }),
    link: ({ code, locus }) => `/pantauan/${code}/jawab/${locus}`,
  },
  round_assigned: {
    ...usual,
    title: { id: 'Ditugasi menilai', en: 'Named as an assessor' },
    receives: { id: 'penilai yang ditugasi', en: 'the assessor who was named' },
    subject: ({ round }) => ({ id: `Ditugasi menilai: ${round}`, en: `Named to assess: ${round}` }),
    sentence: ({ round, count }) => ({
      id: `Anda ditugasi menilai ${count} lokus dalam ${round}. Undurkan diri bila ada benturan kepentingan.`,
      en: `You were named to assess ${count} ${count === 1 ? 'locus' : 'loci'} of ${round}. Stand back if there is a conflict of interest.`,
    }),
    link: page,
  },
  round_assess_near: {
    ...usual,
    title: { id: 'Penilaian belum terkirim', en: 'Assessments not sent yet' },
    receives: {
      id: 'penilai dengan penilaian yang belum terkirim',
      en: 'the assessor who has not sent them all',
    },
    subject: ({ round, count }) => ({
      id: `${count} penilaian belum terkirim: ${round}`,
      en: `${count} ${count === 1 ? 'assessment' : 'assessments'} to send: ${round}`,
    }),
    sentence: ({ round, count, until }) => ({
      id: `Dalam ${round}, ${count} lokus Anda belum dinilai. Penilaian selesai paling lambat ${dateWords('id', until)}.`,
      en: `In ${round}, ${count} of your loci ${count === 1 ? 'is' : 'are'} not assessed yet. Assessing ends by ${dateWords('en', until)}.`,
    }),
    link: page,
  },
  round_published: {
    ...usual,
    title: { id: 'Hasil pemantauan diumumkan', en: 'A monitoring round was published' },
    receives: { id: `${answers.id}, dan para penilai`, en: `${answers.en}, and the assessors` },
    subject: ({ round }) => ({ id: `Diumumkan: ${round}`, en: `Published: ${round}` }),
    sentence: ({ round }) => ({
      id: `Hasil ${round} sudah diumumkan dan dapat dibaca siapa saja.`,
      en: `The result of ${round} is published and can be read by everyone.`,
    }),
    link: page,
    mail: 'daily',
  },
})
