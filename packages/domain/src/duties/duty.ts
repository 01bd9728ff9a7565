import { linkNames } from '../action-plans/budget-chain.ts'
import type { RecordedLink } from '../action-plans/budget-chain.ts'
import { milestoneNames } from '../replications/milestone-warnings.ts'
import type { MilestoneKind } from '../replications/replication.ts'
import type { Says } from '../text/says.ts'
import { dateWords } from '../time/date-words.ts'

/** Which replication: its code, who takes over, and its local name or that of the innovation. */
type Named = { code: string; adopter: string; innovation: string }
type OfReport = Named & { year: number; quarter: number }

/** What is kept of each kind of duty: names of records and words of closed lists. */
export type DutyDetails = {
  answer: Named
  /** As `answer`, where no day was set. */
  answer_undated: Named
  answer_awaited: Named
  milestone: Named & { milestone: MilestoneKind }
  window: Named & { link: RecordedLink; year: number }
  /** `report`: the draft that was begun, if any. */
  report: OfReport & { report: string | null }
  report_returned: OfReport & { report: string }
  report_check: OfReport & { report: string }
  visit_answer: Named & { visit: string }
  visit_report: Named & { visit: string }
  form_check: Named
  footing_check: Named
  /** Of findings `code` is the address of the programme, `adopter` the unit, `innovation` the programme. */
  finding_follow_up: Named & { finding: string }
  finding_awaited: Named & { finding: string }
  finding_check: Named & { finding: string }
  /** Of monitoring rounds `code` is that of the round, `adopter` who answers, `innovation` what the locus is called. */
  round_answer: Named & { locus: string }
  round_assess: Named & { locus: string }
  /** As `round_assess`, where assessing ends by a day. */
  round_assess_by: Named & { locus: string }
}
export type DutyKind = keyof DutyDetails

/** Something that one replication, a finding of a programme or a monitoring round asks of somebody now. `on`, `YYYY-MM-DD`: the day by which, or since which it waits. */
export type Duty = {
  [Kind in DutyKind]: { kind: Kind; on: string; detail: DutyDetails[Kind] }
}[DutyKind]

type Entry<Detail> = {
  /** Whether its day is one by which it is to be done; otherwise it waits since then. */
  isDeadline: boolean
  says: (detail: Detail) => Says
  /** The place where it is done. */
  link: (detail: Detail) => string
}

const quarterOf = ({ quarter, year }: { quarter: number; year: number }): Says => ({
  id: `triwulan ${quarter} ${year}`,
  en: `quarter ${quarter} of ${year}`,
})
const page = ({ code }: Named) => `/replikasi/${code}`
const findingPage = ({ code, finding }: Named & { finding: string }) => `/program/${code}/temuan/${finding}`
const reportPage = ({ code, report }: Named & { report: string }) => `/replikasi/${code}/laporan/${report}`

const assess = {
  says: (): Says => ({ id: 'Nilai lokus yang ditugaskan', en: 'Assess the locus you were named for' }),
  link: ({ code, locus }: Named & { locus: string }) => `/pantauan/${code}/nilai/${locus}`,
}

/** Every kind of duty there is. A new one is an entry here, and rows of `dutiesOf`. */
export const dutyKinds: { [Kind in DutyKind]: Entry<DutyDetails[Kind]> } = {
  answer: {
    isDeadline: true,
    says: () => ({ id: 'Jawab rekomendasinya', en: 'Answer the recommendation' }),
    link: (detail) => `${page(detail)}#langkah`,
  },
  answer_undated: {
    isDeadline: false,
    says: () => ({ id: 'Jawab rekomendasinya', en: 'Answer the recommendation' }),
    link: (detail) => `${page(detail)}#langkah`,
  },
  answer_awaited: {
    isDeadline: true,
    says: () => ({
      id: 'Tindak lanjuti: rekomendasi Anda belum dijawab',
      en: 'Follow up: your recommendation has no answer',
    }),
    link: page,
  },
  milestone: {
    isDeadline: true,
    says: ({ milestone }) => ({
      id: `Catat tonggaknya: ${milestoneNames[milestone].id}`,
      en: `Record the milestone: ${milestoneNames[milestone].en}`,
    }),
    link: (detail) => `${page(detail)}#langkah`,
  },
  window: {
    isDeadline: true,
    says: ({ link, year }) => ({
      id: `Catat ${linkNames[link].id} ${year} sebelum jendelanya tertutup`,
      en: `Record ${linkNames[link].en} of ${year} before its window closes`,
    }),
    link: (detail) => `${page(detail)}/anggaran`,
  },
  report: {
    isDeadline: true,
    says: (detail) => ({
      id: `Ajukan laporan ${quarterOf(detail).id}`,
      en: `Submit the report of ${quarterOf(detail).en}`,
    }),
    link: ({ report, ...detail }) =>
      report === null ? `${page(detail)}/laporan#tulis` : reportPage({ ...detail, report }),
  },
  report_returned: {
    isDeadline: false,
    says: (detail) => ({
      id: `Lengkapi laporan ${quarterOf(detail).id} yang dikembalikan`,
      en: `Complete the report of ${quarterOf(detail).en} that was returned`,
    }),
    link: reportPage,
  },
  report_check: {
    isDeadline: false,
    says: (detail) => ({
      id: `Periksa laporan ${quarterOf(detail).id}`,
      en: `Check the report of ${quarterOf(detail).en}`,
    }),
    link: reportPage,
  },
  visit_answer: {
    isDeadline: false,
    says: ({ adopter }) => ({
      id: `Jawab permintaan studi tiru ${adopter}`,
      en: `Answer the study visit that ${adopter} asks for`,
    }),
    link: ({ visit }) => `/studi-tiru/${visit}`,
  },
  visit_report: {
    isDeadline: false,
    says: () => ({ id: 'Serahkan laporan studi tirunya', en: 'Hand in the report of the study visit' }),
    link: ({ visit }) => `/studi-tiru/${visit}`,
  },
  form_check: {
    isDeadline: false,
    says: () => ({
      id: 'Konfirmasi bentuk yang dinyatakan',
      en: 'Confirm the form that was declared',
    }),
    link: (detail) => `${page(detail)}/rancang-bangun`,
  },
  footing_check: {
    isDeadline: false,
    says: () => ({
      id: 'Periksa dasar hukum, pos anggaran dan SOP-nya: siap dilembagakan',
      en: 'Check its legal basis, budget line and procedure: ready to be institutionalised',
    }),
    link: (detail) => `${page(detail)}#langkah`,
  },
  finding_follow_up: {
    isDeadline: true,
    says: () => ({
      id: 'Tindak lanjuti rekomendasi kementerian pengampu',
      en: 'Follow up the recommendation of the ministry in charge',
    }),
    link: findingPage,
  },
  finding_awaited: {
    isDeadline: true,
    says: () => ({
      id: 'Ingatkan unitnya: rekomendasi Anda belum ditindaklanjuti',
      en: 'Remind the unit: your recommendation was not followed up',
    }),
    link: findingPage,
  },
  finding_check: {
    isDeadline: false,
    says: () => ({
      id: 'Periksa tindak lanjutnya, lalu nyatakan selesai atau kembalikan',
      en: 'Look at what was done, then close or return it',
    }),
    link: findingPage,
  },
  round_answer: {
    isDeadline: true,
    says: () => ({
      id: 'Kirim jawaban putaran pemantauan',
      en: 'Submit the answers of the monitoring round',
    }),
    link: ({ code, locus }) => `/pantauan/${code}/jawab/${locus}`,
  },
  round_assess: { isDeadline: false, ...assess },
  round_assess_by: { isDeadline: true, ...assess },
}

/** Whether its day has passed; what merely waits is never late. */
export function isLate({ kind, on }: Duty, today: string): boolean {
  return dutyKinds[kind].isDeadline && on < today
}

/** What is to be done, where, and by when or since when. */
export function dutyWords(duty: Duty, isLate: boolean): { says: Says; link: string; when: Says } {
  const entry = dutyKinds[duty.kind] as Entry<Duty['detail']>
  const day = { id: dateWords('id', duty.on), en: dateWords('en', duty.on) }
  const when = !entry.isDeadline
    ? { id: `menunggu sejak ${day.id}`, en: `waiting since ${day.en}` }
    : isLate
      ? { id: `lewat sejak ${day.id}`, en: `late since ${day.en}` }
      : { id: `paling lambat ${day.id}`, en: `by ${day.en}` }
  return { says: entry.says(duty.detail), link: entry.link(duty.detail), when }
}

/** The duties in the order in which they are shown: what was due or began to wait first comes first. */
export function inOrder(duties: readonly Duty[]): Duty[] {
  return [...duties].sort((a, b) => (a.on === b.on ? keyOf(a).localeCompare(keyOf(b)) : a.on < b.on ? -1 : 1))
}

const keyOf = ({ kind, detail }: Duty) => `${detail.code} ${kind}`
