import type { RunState } from '../continuity/lasting.ts'
import type { Says } from '../text/says.ts'
import type { BeganState, BehindKind, VerifiedKind } from './monthly-brief.ts'

/** Headings of a brief and of its tables. */
export const briefWords = {
  letterhead: { id: 'RINGKASAN BULANAN', en: 'MONTHLY BRIEF' },
  began: { id: 'Yang dimulai', en: 'What began' },
  verified: { id: 'Yang diperiksa dan dikabarkan', en: 'What was checked and heard' },
  standing: { id: 'Keadaan yang pernah berjalan', en: 'How it stands with what ran' },
  stopped: { id: 'Yang berhenti, dan sebabnya', en: 'What stopped, and why' },
  behind: { id: 'Yang terlambat', en: 'What is late' },
  next: { id: 'Langkah berikutnya', en: 'What to do next' },
  newest: { id: 'Yang terbaru mulai berjalan', en: 'The newest that began to run' },
  count: { id: 'Jumlah', en: 'Number' },
  dated: { id: 'Tanggal', en: 'Dated' },
  kind: { id: 'Apa', en: 'What' },
  name: { id: 'Replikasi', en: 'Replication' },
  adopter: { id: 'Instansi', en: 'Agency' },
  since: { id: 'Sejak', en: 'Since' },
} satisfies Record<string, Says>

/** What a replication began. */
export const beganWords: Record<BeganState, Says> = {
  preparing: { id: 'replikasi mulai disiapkan', en: 'replications began to be prepared' },
  implementing: { id: 'mulai dilaksanakan', en: 'began to be carried out' },
  running: { id: 'mulai berjalan', en: 'began to run' },
  institutionalised: {
    id: 'menjadi lembaga sendiri (regulasi dan anggaran)',
    en: 'came to stand on their own (regulation and budget)',
  },
}
/** What was checked and heard. */
export const verifiedWords: Record<VerifiedKind, Says> = {
  claims: { id: 'klaim diverifikasi pihak lain', en: 'claims verified by others' },
  reports: { id: 'laporan triwulan diverifikasi', en: 'quarterly reports verified' },
  pulses: { id: 'denyut dijawab', en: 'pulses answered' },
}
/** How a running stands. */
export const stateWords: Record<RunState, Says> = {
  running: { id: 'berjalan, kabarnya masih berlaku', en: 'running, and the word still holds' },
  unanswered: { id: 'ditanya, tidak ada yang menjawab', en: 'asked, and nobody answered' },
  not_updated: { id: 'belum diperbarui', en: 'not updated' },
  opened: {
    id: 'diketahui dibuka, kelanjutannya belum dikabarkan',
    en: 'known to have opened, not heard of since',
  },
  stopped: { id: 'pernah berjalan, sudah berhenti', en: 'ran once, and stopped' },
}
/** What is late. */
export const behindWords: Record<BehindKind, Says> = {
  milestones: { id: 'tonggak lewat dari rencana', en: 'milestones behind their plan' },
  reports: { id: 'laporan triwulan lewat waktu', en: 'quarterly reports overdue' },
  pulses: { id: 'denyut tidak dijawab', en: 'pulses nobody answered' },
}

type Step = Record<keyof Says, (count: string, at: string) => string>

/** What to do about each of these, so many, at an address. */
export const stepWords = {
  milestones: {
    id: (count, at) => `Tonggak yang lewat dari rencana (${count}): capai, atau jadwalkan ulang, di ${at}`,
    en: (count, at) => `Milestones behind their plan (${count}): reach them or plan them anew, at ${at}`,
  },
  reports: {
    id: (count, at) => `Laporan triwulan yang lewat waktu (${count}): ingatkan pelaksananya, di ${at}`,
    en: (count, at) => `Quarterly reports overdue (${count}): remind their writers, at ${at}`,
  },
  pulses: {
    id: (count, at) =>
      `Denyut yang tidak dijawab (${count}): hubungi pelaksananya dengan tautan atau telepon, di ${at}`,
    en: (count, at) =>
      `Pulses nobody answered (${count}): call on the adopters by link or by telephone, at ${at}`,
  },
  not_updated: {
    id: (count, at) => `Klaim yang belum diperbarui (${count}): minta kabar baru, di ${at}`,
    en: (count, at) => `Claims not updated (${count}): ask for news, at ${at}`,
  },
  stopped: {
    id: (count, at) =>
      `Yang berhenti (${count}): pelajari sebabnya, dan di mana hal serupa bertahan, di ${at}`,
    en: (count, at) => `What stopped (${count}): learn why, and where the like went on, at ${at}`,
  },
} satisfies Record<string, Step>

/** That nothing has to be done now. */
export const nothingPressing = {
  id: (board: string) => `Tidak ada yang mendesak. Papannya: ${board}`,
  en: (board: string) => `Nothing is pressing. The board: ${board}`,
}
