import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Kesehatan situs',
  description: 'Basis data, berkas, disk, pekerjaan, surel, cadangan, dan versi.',
  allWell: 'Semuanya baik.',
  some: (count: string) => `${count} hal perlu dilihat.`,
  states: { good: 'Baik', look: 'Perlu dilihat', act: 'Perlu tindakan' },
  measured: (when: string) => `Diukur ${when}. Di terminal: semai doctor.`,
  jobs: 'Lihat pekerjaan',
}

const en: SameTexts<typeof id> = {
  title: 'Health of the site',
  description: 'Database, files, disk, jobs, mail, backup and versions.',
  allWell: 'Everything is well.',
  some: (count) => `${count} to look at.`,
  states: { good: 'Well', look: 'To look at', act: 'To act on' },
  measured: (when) => `Measured ${when}. In a terminal: semai doctor.`,
  jobs: 'See the jobs',
}

export const healthTexts = { id, en }
