import type { Explanation } from './flat-table.ts'

export const exportFormats = ['csv', 'xlsx', 'geojson', 'json', 'jsonl'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const datasetNames = [
  'innovations',
  'claims',
  'regions',
  'agencies',
  'attributes',
  'figures',
  'events',
] as const
/** What can be downloaded as a whole. */
export type DatasetName = (typeof datasetNames)[number]

export type Dataset = {
  /** Name of the file on the site: `/data/<path>.csv`. */
  path: string
  title: Explanation
  says: Explanation
  formats: readonly ExportFormat[]
  /** Works the rows were drawn from, whose terms go with them. */
  credits: readonly CreditName[]
}

/** Works that must be named wherever their rows go. */
export const credits = {
  regionCodes: {
    work: 'idn-area-data 4.0.1',
    url: 'https://github.com/fityannugroho/idn-area-data',
    licence: 'ODbL 1.0',
    licenceUrl: 'https://opendatacommons.org/licenses/odbl/1-0/',
  },
  points: {
    work: 'GeoNames',
    url: 'https://www.geonames.org/',
    licence: 'CC BY 4.0',
    licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
  },
} as const
export type CreditName = keyof typeof credits

/** Terms of the compilation itself; works named in `credits` keep their own. */
export const dataLicence = {
  name: 'Creative Commons Attribution 4.0',
  short: 'CC BY 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const

const flat = ['csv', 'xlsx', 'json', 'jsonl'] as const

/** Every dataset, in the order of the data page. */
export const datasets: Record<DatasetName, Dataset> = {
  innovations: {
    path: 'inovasi',
    title: { id: 'Inovasi dan program nasional', en: 'Innovations and national programmes' },
    says: {
      id: 'Satu baris satu inovasi: instansi asal, wilayah, tahun mulai, penghargaan, sumber. Titik peta adalah ibu kota wilayah.',
      en: 'One row an innovation: agency of origin, region, start, awards, sources. Points on maps are seats of government.',
    },
    formats: exportFormats,
    credits: ['regionCodes', 'points'],
  },
  claims: {
    path: 'klaim',
    title: { id: 'Penyebaran: klaim dan peristiwa', en: 'Spread: claims and events' },
    says: {
      id: 'Satu baris satu klaim: siapa, di mana, apa yang terjadi, kapan setepat yang diketahui, sekuat apa buktinya, dari sumber mana.',
      en: 'One row a claim: who, where, what happened, when as exactly as known, how strong, from which source.',
    },
    formats: exportFormats,
    credits: ['regionCodes', 'points'],
  },
  regions: {
    path: 'daerah',
    title: { id: 'Wilayah', en: 'Regions' },
    says: {
      id: 'Provinsi, kabupaten dan kota dengan kode Kemendagri, titik ibu kota dan angka terbarunya.',
      en: 'Provinces, regencies and cities with ministry codes, the point of the seat and the newest figures.',
    },
    formats: exportFormats,
    credits: ['regionCodes', 'points'],
  },
  agencies: {
    path: 'instansi',
    title: { id: 'Instansi', en: 'Agencies' },
    says: {
      id: 'Kementerian, pemerintah daerah, unit, kepolisian dan badan usaha, dengan induk masing-masing.',
      en: 'Ministries, governments, units, police and companies, each with its parent.',
    },
    formats: flat,
    credits: ['regionCodes'],
  },
  attributes: {
    path: 'atribut',
    title: { id: 'Angka wilayah', en: 'Figures of regions' },
    says: {
      id: 'Satu baris satu angka satu wilayah, dengan tahun dan sumbernya. Wilayah tanpa angka tidak punya baris.',
      en: 'One row a figure of a region, with year and source. A region without a figure has no row.',
    },
    formats: flat,
    credits: ['regionCodes'],
  },
  figures: {
    path: 'angka',
    title: { id: 'Angka yang pernah diumumkan', en: 'Published totals' },
    says: {
      id: 'Jumlah resmi seperti yang diumumkan, masing-masing dengan sumber dan tanggal; yang tidak cocok tetap ditampilkan.',
      en: 'Official totals as published, each with source and date; those that do not reconcile are kept.',
    },
    formats: flat,
    credits: [],
  },
  events: {
    path: 'peristiwa',
    title: { id: 'Peristiwa program', en: 'Events of the programme' },
    says: {
      id: 'Inovasi yang disebut, direkomendasikan atau menjadi kebijakan nasional, dan hub yang diundang atau ditetapkan. Bukan klaim: tidak satu pun menyatakan sesuatu berjalan.',
      en: 'Innovations named, recommended or made a national policy, and hubs invited or designated. No claims: none says that something runs.',
    },
    formats: flat,
    credits: ['regionCodes'],
  },
}

/** Media type of each format, as it is served. */
export const mediaTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
}

/** The dataset and format a file name stands for (`klaim.geojson`); null when there is none. */
export function datasetOf(fileName: string): { name: DatasetName; format: ExportFormat } | null {
  const [path, format, ...rest] = fileName.split('.')
  const name = datasetNames.find((each) => datasets[each].path === path)
  const known = name && datasets[name].formats.find((each) => each === format)
  return name && known && rest.length === 0 ? { name, format: known } : null
}
