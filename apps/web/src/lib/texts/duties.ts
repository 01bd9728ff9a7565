import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Yang perlu Anda kerjakan pada replikasi, program, dan putaran pemantauan',
  all: (count: number) => `Lihat semua ${count}`,
}

const en: SameTexts<typeof id> = {
  title: 'What replications, programmes and monitoring rounds need from you',
  all: (count) => `See all ${count}`,
}

export const dutyTexts = { id, en }
