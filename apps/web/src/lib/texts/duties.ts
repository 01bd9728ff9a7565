import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Yang perlu Anda kerjakan pada replikasi',
  all: (count: number) => `Lihat semua ${count}`,
}

const en: SameTexts<typeof id> = {
  title: 'What replications need from you',
  all: (count) => `See all ${count}`,
}

export const dutyTexts = { id, en }
