import { needLifecycle } from '../needs/need.lifecycle.ts'
import type { NeedStep } from '../needs/need.lifecycle.ts'
import { declareNotices } from './notice.ts'

type NeedNames = { need: string; title: string; organisation: string }

/** What is kept of notices about needs. */
export type NeedNoticeDetails = {
  need_moved: NeedNames & { step: NeedStep }
  need_idea: NeedNames & { edit: string }
  need_matched: NeedNames & { innovation: string }
}

const owners = {
  id: 'penulis, admin lokal, hub dan pendamping instansinya',
  en: 'authors, administrators, hub and mentors of the organisation',
}

/** What those who have a need, or guide them, are told. */
export const needNotices = declareNotices<NeedNoticeDetails>({
  need_moved: {
    group: 'replications',
    title: { id: 'Kebutuhan bergerak', en: 'A need moved on' },
    receives: owners,
    subject: ({ title, step }) => ({
      id: `${title}: ${needLifecycle.steps[step].done.id}`,
      en: `${title}: ${needLifecycle.steps[step].done.en}`,
    }),
    sentence: ({ title, organisation, step }) => ({
      id: `Kebutuhan "${title}" dari ${organisation}: ${needLifecycle.steps[step].done.id}.`,
      en: `The need "${title}" of ${organisation}: ${needLifecycle.steps[step].done.en}.`,
    }),
    link: ({ need }) => `/kebutuhan/${need}`,
    mail: 'daily',
    maySwitchOff: true,
    isUrgent: false,
  },
  need_idea: {
    group: 'replications',
    title: { id: 'Kebutuhan menjadi gagasan', en: 'A need became an idea' },
    receives: owners,
    subject: ({ title }) => ({ id: `Gagasan baru: ${title}`, en: `A new idea: ${title}` }),
    sentence: ({ title, organisation }) => ({
      id: `Untuk kebutuhan "${title}" dari ${organisation} dibuka naskah gagasan sendiri, karena belum ada inovasi yang cocok.`,
      en: `For the need "${title}" of ${organisation} a text of an idea of its own was opened, since no innovation fits yet.`,
    }),
    link: ({ need }) => `/kebutuhan/${need}`,
    mail: 'daily',
    maySwitchOff: true,
    isUrgent: false,
  },
  need_matched: {
    group: 'replications',
    title: { id: 'Ada inovasi baru yang cocok', en: 'A new innovation fits' },
    receives: owners,
    subject: ({ title, innovation }) => ({
      id: `${innovation} mungkin menjawab ${title}`,
      en: `${innovation} may answer ${title}`,
    }),
    sentence: ({ title, innovation }) => ({
      id: `Kebutuhan "${title}" belum ada jawabannya. ${innovation}, yang dicatat sesudahnya, tampak cocok: lihat alasannya.`,
      en: `The need "${title}" has no answer yet. ${innovation}, recorded since then, seems to fit: see why.`,
    }),
    link: ({ need }) => `/kebutuhan/${need}/padanan`,
    mail: 'daily',
    maySwitchOff: true,
    isUrgent: false,
  },
})
