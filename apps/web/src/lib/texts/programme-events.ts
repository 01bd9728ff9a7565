import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Peristiwa program',
  description:
    'Inovasi yang disebut, direkomendasikan, atau menjadi kebijakan nasional, dan hub yang ditetapkan, masing-masing dengan sumbernya.',
  lead: 'Apa yang dilakukan program sendiri, setepat sumbernya. Disebut atau direkomendasikan tidak berarti sudah berjalan: yang berjalan tercatat sebagai klaim.',
  notRunning: 'Bukan tanda bahwa inovasi ini berjalan di daerah lain.',
  forWhom: 'Untuk',
  source: 'Sumber',
  all: 'Semua peristiwa program',
  none: 'Belum ada peristiwa yang tercatat.',
  noneSays: 'Data bawaan belum dimuat di situs ini.',
  api: 'Data peristiwa',
}

const en: SameTexts<typeof id> = {
  title: 'Events of the programme',
  description:
    'Innovations named, recommended or made a national policy, and hubs that were designated, each with its source.',
  lead: 'What the programme itself did, as exactly as its source says. Named or recommended does not mean that it runs: what runs is on record as a claim.',
  notRunning: 'No sign that this innovation runs in another region.',
  forWhom: 'For',
  source: 'Source',
  all: 'All events of the programme',
  none: 'No event is on record yet.',
  noneSays: 'The shipped data has not been loaded on this site.',
  api: 'Data of the events',
}

export const programmeEventTexts = { id, en }
