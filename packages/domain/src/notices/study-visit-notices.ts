import { studyVisitLifecycle } from '../study-visits/study-visit.lifecycle.ts'
import type { StudyVisitStep } from '../study-visits/study-visit.lifecycle.ts'
import { declareNotices } from './notice.ts'

type VisitNames = { id: string; adopter: string; innovation: string }

/** What is kept of notices about study visits. */
export type StudyVisitDetails = {
  study_visit_asked: VisitNames
  study_visit_moved: VisitNames & { step: StudyVisitStep }
}

/** What hosts and visitors are told. */
export const studyVisitNotices = declareNotices<StudyVisitDetails>({
  study_visit_asked: {
    group: 'replications',
    title: { id: 'Permintaan studi tiru', en: 'A study visit is asked for' },
    receives: { id: 'penulis dan admin lokal instansi asal', en: 'authors and administrators of the origin' },
    subject: ({ adopter, innovation }) => ({
      id: `${adopter} ingin studi tiru ${innovation}`,
      en: `${adopter} asks for a study visit to ${innovation}`,
    }),
    sentence: ({ adopter, innovation }) => ({
      id: `${adopter} meminta studi tiru ${innovation} dan menuliskan pertanyaannya. Terima, atau tolak dengan alasan.`,
      en: `${adopter} asks for a study visit to ${innovation} and says what they want to know. Accept it, or decline with a reason.`,
    }),
    link: ({ id }) => `/studi-tiru/${id}`,
    mail: 'now',
    maySwitchOff: true,
    isUrgent: false,
  },
  study_visit_moved: {
    group: 'replications',
    title: { id: 'Kabar studi tiru', en: 'News of a study visit' },
    receives: { id: 'kedua pihak', en: 'both sides' },
    subject: ({ innovation, step }) => ({
      id: `Studi tiru ${innovation}: ${studyVisitLifecycle.steps[step].done.id}`,
      en: `Study visit to ${innovation}: ${studyVisitLifecycle.steps[step].done.en}`,
    }),
    sentence: ({ adopter, innovation, step }) => ({
      id: `Studi tiru ${innovation} oleh ${adopter} ${studyVisitLifecycle.steps[step].done.id}.`,
      en: `The study visit of ${adopter} to ${innovation} was ${studyVisitLifecycle.steps[step].done.en}.`,
    }),
    link: ({ id }) => `/studi-tiru/${id}`,
    mail: 'now',
    maySwitchOff: true,
    isUrgent: false,
  },
})
