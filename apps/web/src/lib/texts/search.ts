import type { SameTexts } from './same-texts.ts'

const id = { label: 'Cari inovasi, masalah, atau daerah', button: 'Cari', tries: 'Coba' }

const en: SameTexts<typeof id> = {
  label: 'Search for an innovation, a problem or a region',
  button: 'Search',
  tries: 'Try',
}

export const searchTexts = { id, en }
