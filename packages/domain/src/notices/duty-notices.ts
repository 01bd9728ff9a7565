import { dutyWords, isLate } from '../duties/duty.ts'
import type { Duty } from '../duties/duty.ts'
import { declareNotices } from './notice.ts'

type Deadline = { duty: Duty }

/** What is kept of notices about what a replication asks of people. */
export type DutyNoticeDetails = {
  deadline_near: Deadline
  deadline_passed: Deadline
  /** The first duties of the week, `today` being the day on which they were gathered; `count` is of all of them. */
  duties_week: { today: string; count: number; late: number; duties: readonly Duty[] }
}

/** How many duties a weekly summary names. */
export const mostNamedDuties = 20

const nameOf = ({ detail }: Duty) => `${detail.innovation}, ${detail.adopter}`

/** What to do and by when, as a subject and a sentence. */
function about(duty: Duty, isLate: boolean) {
  const { says, when } = dutyWords(duty, isLate)
  return {
    subject: {
      id: `${duty.detail.innovation}: ${says.id}, ${when.id}`,
      en: `${duty.detail.innovation}: ${says.en}, ${when.en}`,
    },
    sentence: {
      id: `${nameOf(duty)}: ${says.id}, ${when.id}.`,
      en: `${nameOf(duty)}: ${says.en}, ${when.en}.`,
    },
  }
}

/** Notices about days by which something is to be done, and the weekly summary of what waits. */
export const dutyNotices = declareNotices<DutyNoticeDetails>({
  deadline_near: {
    group: 'replications',
    title: { id: 'Tenggat mendekat', en: 'A deadline is near' },
    receives: {
      id: 'penulis dan admin lokal yang menjalankan',
      en: 'authors and administrators of the adopter',
    },
    subject: ({ duty }) => about(duty, false).subject,
    sentence: ({ duty }) => about(duty, false).sentence,
    link: ({ duty }) => dutyWords(duty, false).link,
    mail: 'daily',
    maySwitchOff: true,
    isUrgent: false,
  },
  deadline_passed: {
    group: 'replications',
    title: { id: 'Tenggat terlewat', en: 'A deadline has passed' },
    receives: {
      id: 'penulis, admin lokal dan pendamping yang menjalankan; untuk jawaban dan temuan juga yang merekomendasikan',
      en: 'authors, administrators and mentors of the adopter; of an answer or a finding also whoever recommended',
    },
    subject: ({ duty }) => about(duty, true).subject,
    sentence: ({ duty }) => about(duty, true).sentence,
    link: ({ duty }) => dutyWords(duty, true).link,
    mail: 'daily',
    maySwitchOff: true,
    isUrgent: false,
  },
  duties_week: {
    group: 'replications',
    title: { id: 'Ringkasan pekanan tugas Anda', en: 'Weekly summary of what is yours to do' },
    receives: {
      id: 'admin lokal dan hub, serta siapa saja yang memilihnya',
      en: 'local administrators and hubs, and whoever chooses it',
    },
    subject: ({ count }) => ({
      id: `${count} tugas menunggu Anda`,
      en: count === 1 ? 'One thing waits for you' : `${count} things wait for you`,
    }),
    sentence: ({ count, late }) => ({
      id: `Tugas yang menunggu Anda pada replikasi: ${count}, ${late} di antaranya lewat waktunya.`,
      en: `Things in replications that wait for you: ${count}, of which ${late} late.`,
    }),
    link: () => '/kerja#tugas',
    lines: ({ duties, today }) =>
      duties.map((duty) => {
        const { says, link, when } = dutyWords(duty, isLate(duty, today))
        const line = { id: `${nameOf(duty)}: ${says.id}`, en: `${nameOf(duty)}: ${says.en}` }
        return { says: { id: `${line.id} (${when.id})`, en: `${line.en} (${when.en})` }, link }
      }),
    mail: 'weekly',
    usualFor: ['local_admin', 'hub'],
    maySwitchOff: true,
    isUrgent: false,
  },
})
