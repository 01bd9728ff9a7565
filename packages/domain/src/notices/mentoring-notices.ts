import { maturityLifecycle } from '../hubs/maturity.lifecycle.ts'
import type { MaturityStep } from '../hubs/maturity.lifecycle.ts'
import { engagementLifecycle } from '../mentoring/engagement.lifecycle.ts'
import type { EngagementStep } from '../mentoring/engagement.lifecycle.ts'
import type { Says } from '../text/says.ts'
import { declareNotices } from './notice.ts'

/** What can happen in an engagement: its steps, a stage finished, a pause begun or over, a visit. */
export type EngagementMove = EngagementStep | 'stage' | 'pause' | 'resume' | 'visit'

type EngagementNames = { id: string; team: string; organisation: string }

/** What is kept of notices about mentoring. */
export type MentoringDetails = {
  engagement_begun: EngagementNames
  engagement_moved: EngagementNames & { move: EngagementMove }
  hub_maturity_moved: { hub: string; slug: string; year: number; step: MaturityStep }
}

const within: Record<Exclude<EngagementMove, EngagementStep>, Says> = {
  stage: { id: 'satu tahap selesai', en: 'a stage is finished' },
  pause: { id: 'dijeda', en: 'paused' },
  resume: { id: 'berjalan lagi', en: 'going on again' },
  visit: { id: 'ada catatan kunjungan baru', en: 'there are notes of a visit' },
}

function happened(move: EngagementMove): Says {
  return move in within
    ? within[move as keyof typeof within]
    : engagementLifecycle.steps[move as EngagementStep].done
}

const receives: Says = {
  id: 'tim pendamping, penulis dan admin lokal yang didampingi',
  en: 'the team of mentors, authors and administrators of whom it accompanies',
}

/** What mentors and those they accompany are told. */
export const mentoringNotices = declareNotices<MentoringDetails>({
  engagement_begun: {
    group: 'replications',
    title: { id: 'Pendampingan dimulai', en: 'An engagement begins' },
    receives,
    subject: ({ team, organisation }) => ({
      id: `${team} mendampingi ${organisation}`,
      en: `${team} accompanies ${organisation}`,
    }),
    sentence: ({ team, organisation }) => ({
      id: `${team} mulai mendampingi ${organisation}. Lihat tahap-tahapnya dan berapa hari kerja yang dijanjikan.`,
      en: `${team} begins to accompany ${organisation}. See its stages and how many working days are promised.`,
    }),
    link: ({ id }) => `/pendampingan/${id}`,
    mail: 'now',
    maySwitchOff: true,
    isUrgent: false,
  },
  engagement_moved: {
    group: 'replications',
    title: { id: 'Kabar pendampingan', en: 'News of an engagement' },
    receives,
    subject: ({ organisation, move }) => ({
      id: `Pendampingan ${organisation}: ${happened(move).id}`,
      en: `Engagement with ${organisation}: ${happened(move).en}`,
    }),
    sentence: ({ team, organisation, move }) => ({
      id: `Pendampingan ${organisation} oleh ${team}: ${happened(move).id}.`,
      en: `The engagement of ${team} with ${organisation}: ${happened(move).en}.`,
    }),
    link: ({ id }) => `/pendampingan/${id}`,
    mail: 'daily',
    maySwitchOff: true,
    isUrgent: false,
  },
  hub_maturity_moved: {
    group: 'records',
    title: { id: 'Kabar kematangan hub', en: 'News of the maturity of a hub' },
    receives: { id: 'orang hub itu', en: 'people of the hub' },
    subject: ({ year, step }) => ({
      id: `Kematangan hub ${year}: ${maturityLifecycle.steps[step].done.id}`,
      en: `Maturity of the hub ${year}: ${maturityLifecycle.steps[step].done.en}`,
    }),
    sentence: ({ hub, year, step }) => ({
      id: `Penilaian kematangan ${hub} tahun ${year} ${maturityLifecycle.steps[step].done.id}.`,
      en: `The assessment of the maturity of ${hub} for ${year} was ${maturityLifecycle.steps[step].done.en}.`,
    }),
    link: ({ slug, year }) => `/hub/${slug}/kematangan/${year}`,
    mail: 'now',
    maySwitchOff: true,
    isUrgent: false,
  },
})
