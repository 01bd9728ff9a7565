import type { SameTexts } from './same-texts.ts'

const id = {
  link: 'Pengelolaan inovasi',
  tableLink: 'Pengelolaan inovasi semua instansi',
  title: (name: string) => `Pengelolaan inovasi: ${name}`,
  description: (name: string) =>
    `Inovasi ${name} menurut fase penciptaan, pengembangan, dan pelembagaan, dan satu instansi satu inovasi dari tahun ke tahun.`,
  lead: (count: string) =>
    `${count} inovasi tercatat, termasuk dari semua unit di bawahnya. Program nasional tidak dihitung.`,
  none: 'Belum ada inovasi yang tercatat.',
  phases: 'Menurut fase',
  resting: 'Vakum atau dihentikan',
  unknown: 'Tahap belum diceritakan',
  emptyPhase: 'Belum ada.',
  begun: (year: string) => `sejak ${year}`,
  duty: 'Satu instansi satu inovasi',
  dutySays:
    'Terpenuhi bila sedikitnya satu inovasi yang tercatat dimulai pada tahun itu. "Belum tercatat" tidak berarti tidak ada: mungkin catatannya belum ditulis, atau tahun mulainya belum disebut sumber.',
  undated: (count: string) => `${count} inovasi tanpa tahun mulai yang pasti tidak ikut dihitung.`,
  year: 'Tahun',
  begunCount: 'Dimulai',
  met: 'Terpenuhi',
  notMet: 'Belum tercatat',
  parts: 'Bandingkan unit-unitnya',
  allTitle: 'Pengelolaan inovasi tiap instansi',
  ofTitle: (name: string) => `Pengelolaan inovasi: instansi di ${name}`,
  allLead:
    'Inovasi tiap instansi menurut fase, dengan semua unit di bawahnya, dan apakah tahun ini ada yang dimulai.',
  allDescription:
    'Inovasi semua instansi menurut fase, dan satu instansi satu inovasi tahun ini, dalam satu tabel.',
  agency: 'Instansi',
  all: 'Semua',
  thisYear: (year: string) => `Dimulai ${year}`,
  seeAll: 'Semua instansi',
}

const en: SameTexts<typeof id> = {
  link: 'Innovation management',
  tableLink: 'Innovation management of all agencies',
  title: (name) => `Innovation management: ${name}`,
  description: (name) =>
    `Innovations of ${name} by phase, creation, development and institutionalisation, and one agency one innovation year by year.`,
  lead: (count) =>
    `${count} innovations on record, those of all units below it included. National programmes are not counted.`,
  none: 'No innovation is on record yet.',
  phases: 'By phase',
  resting: 'Dormant or stopped',
  unknown: 'Stage not told',
  emptyPhase: 'None yet.',
  begun: (year) => `since ${year}`,
  duty: 'One agency, one innovation',
  dutySays:
    'Met when at least one innovation on record began in that year. "None on record" does not mean there was none: its record may not be written yet, or no source states its start.',
  undated: (count) => `${count} innovations without a certain year of start are not counted.`,
  year: 'Year',
  begunCount: 'Began',
  met: 'Met',
  notMet: 'None on record',
  parts: 'Compare its units',
  allTitle: 'Innovation management of each agency',
  ofTitle: (name) => `Innovation management: agencies in ${name}`,
  allLead:
    'The innovations of each agency by phase, with all units below it, and whether one began this year.',
  allDescription:
    'Innovations of all agencies by phase, and one agency one innovation this year, in one table.',
  agency: 'Agency',
  all: 'All',
  thisYear: (year) => `Began in ${year}`,
  seeAll: 'All agencies',
}

/** Texts of the pages of innovation management. */
export const managementTexts = { id, en }
