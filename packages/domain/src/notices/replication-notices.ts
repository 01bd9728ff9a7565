import { replicationLifecycle } from '../replications/replication.lifecycle.ts'
import type { ReplicationStep } from '../replications/replication.lifecycle.ts'
import { declareNotices } from './notice.ts'

/** What the words about a replication need: its code, who takes over, and its local name or that of the innovation. */
type ReplicationNames = { code: string; adopter: string; innovation: string }

/** What is kept of each notice about a replication. */
export type ReplicationNoticeDetails = {
  replication_interest: ReplicationNames
  replication_for_you: ReplicationNames
  replication_moved: ReplicationNames & { step: ReplicationStep }
}

/** Notices about replications. */
export const replicationNotices = declareNotices<ReplicationNoticeDetails>({
  replication_interest: {
    group: 'replications',
    title: { id: 'Ada yang berminat pada inovasi Anda', en: 'Somebody takes over your innovation' },
    receives: { id: 'penulis dan admin lokal instansi asal', en: 'authors and administrators of the origin' },
    subject: ({ adopter, innovation }) => ({
      id: `${adopter} mereplikasi ${innovation}`,
      en: `${adopter} replicates ${innovation}`,
    }),
    sentence: ({ adopter, innovation }) => ({
      id: `${adopter} mulai menyiapkan replikasi ${innovation}. Lihat apa yang mereka perlukan dari Anda.`,
      en: `${adopter} has begun to prepare a replication of ${innovation}. See what they need from you.`,
    }),
    link: ({ code }) => `/replikasi/${code}`,
    mail: 'now',
    maySwitchOff: true,
    isUrgent: false,
  },
  replication_for_you: {
    group: 'replications',
    title: { id: 'Replikasi disarankan atau diputuskan', en: 'A replication was recommended or decided' },
    receives: {
      id: 'penulis dan admin lokal yang akan menjalankan',
      en: 'authors and administrators of the adopter',
    },
    subject: ({ innovation }) => ({ id: `Untuk Anda: ${innovation}`, en: `For you: ${innovation}` }),
    sentence: ({ adopter, innovation }) => ({
      id: `${innovation} disarankan atau diputuskan untuk ${adopter}. Buka untuk melihat alasannya dan menjawab.`,
      en: `${innovation} was recommended to or decided for ${adopter}. Open it to read why and to answer.`,
    }),
    link: ({ code }) => `/replikasi/${code}`,
    mail: 'now',
    maySwitchOff: true,
    isUrgent: false,
  },
  replication_moved: {
    group: 'replications',
    title: { id: 'Replikasi bergerak', en: 'A replication moved on' },
    receives: { id: 'kedua pihak replikasi', en: 'both sides of a replication' },
    subject: ({ innovation, step }) => ({
      id: `${innovation}: ${replicationLifecycle.steps[step].done.id}`,
      en: `${innovation}: ${replicationLifecycle.steps[step].done.en}`,
    }),
    sentence: ({ adopter, innovation, step }) => ({
      id: `Replikasi ${innovation} oleh ${adopter}: ${replicationLifecycle.steps[step].done.id}.`,
      en: `The replication of ${innovation} by ${adopter}: ${replicationLifecycle.steps[step].done.en}.`,
    }),
    link: ({ code }) => `/replikasi/${code}`,
    mail: 'daily',
    maySwitchOff: true,
    isUrgent: false,
  },
})
