import { pick, seededRandom, inventedWords, zipfDraw } from './synthetic-words.ts'

/** Regencies and cities per province (ministry codes), so that the provinces have natural weights. */
const regencies: Record<string, number> = {
  11: 23, 12: 33, 13: 19, 14: 12, 15: 11, 16: 17, 17: 10, 18: 15, 19: 7, 21: 7, 31: 6, 32: 27, 33: 35, 34: 5, 35: 38,
  36: 8, 51: 9, 52: 10, 53: 22, 61: 14, 62: 14, 63: 13, 64: 10, 65: 5, 71: 15, 72: 13, 73: 24, 74: 17, 75: 6, 76: 6,
  81: 11, 82: 10, 91: 9, 92: 7, 93: 4, 94: 8, 95: 8, 96: 6,
} // prettier-ignore
export const provinceCodes = Object.keys(regencies).sort()

const categories = Array.from({ length: 12 }, (_, n) => `bidang-${n + 1}`)
const stages = ['trial', 'implemented', 'developed', 'institutionalised', 'dormant', 'stopped', null] as const
const acts = ['reported', 'reported', 'declared', 'confirmed', 'verified'] as const
const competitions = ['KIPP', 'KIPP', 'UNPSA', 'IGA', 'scaling_up'] as const
const at = '2025-06-01T00:00:00Z'

/** One row for a COPY: the table it goes to and its values in the order of `columns`. */
export type SyntheticRow = {
  table: keyof typeof columns
  values: readonly (string | number | boolean | null)[]
}

export const columns = {
  source: 'id,name',
  region: 'code,kind,name,slug,province_code,has_government,lat,lon,point_method,point_check',
  organisation: 'id,slug,name,kind,parent_id,region_code',
  category: 'scheme,key,name_id,name_en,position',
  innovation:
    'id,code,slug,kind,name,expansion,summary,problem,basis,organisation_id,region_code,province_code,category_key,' +
    'stage,started_from,started_to,batched,last_confirmed_on,replicas,recorded_at,updated_at',
  innovation_award: 'id,innovation_id,label,competition,year,source_id',
  claim:
    'id,source_key,innovation_id,organisation_id,region_code,kind,happening,earliest,latest,precision,strength,' +
    'valid_until,source_id,recorded_at,updated_at',
} as const

const sourceId = '00000000-0000-7000-8000-000000000001'

/**
 * The rows of a synthetic catalogue of `size` innovations: invented words drawn by Zipf's law, about 60 a record;
 * starts from 2008 to 2025, more of them recent and one in eight unknown; a fifth with claims, a quarter with awards.
 */
export function* syntheticCatalogue(size: number, seed = 20_200): Generator<SyntheticRow> {
  const random = seededRandom(seed)
  const word = zipfDraw(inventedWords(30_000, random), random)
  const words = (count: number) => Array.from({ length: count }, word).join(' ')
  yield { table: 'source', values: [sourceId, 'Synthetic (fictitious)'] }
  for (const key of categories) yield { table: 'category', values: ['bench', key, key, key, 1] }
  const governments: { id: string; region: string }[] = []
  for (const row of regionsAndGovernments(random)) {
    if (row.table === 'organisation')
      governments.push({ id: String(row.values[0]), region: String(row.values[5]) })
    yield row
  }
  for (let n = 1; n <= size; n++) {
    const home = pick(governments, random)
    yield* oneInnovation(n, { random, words, home, others: governments })
  }
}

function* regionsAndGovernments(random: () => number): Generator<SyntheticRow> {
  for (const province of provinceCodes) {
    const codes = Array.from(
      { length: regencies[province]! },
      (_, n) => `${province}.${String(n + 1).padStart(2, '0')}`,
    )
    for (const code of [province, ...codes]) {
      const kind = code === province ? 'province' : 'regency'
      const point = [random() * 10 - 8, 95 + random() * 45]
      yield {
        table: 'region',
        values: [code, kind, `Daerah ${code}`, `d-${code}`, province, true, ...point, 'made', 'ok'],
      }
      yield {
        table: 'organisation',
        values: [uuid(random), `pemda-${code}`, `Pemerintah ${code}`, 'government', null, code],
      }
    }
  }
}

type Making = {
  random: () => number
  words: (count: number) => string
  home: { id: string; region: string }
  others: readonly { id: string; region: string }[]
}

function* oneInnovation(n: number, making: Making): Generator<SyntheticRow> {
  const { random, words, home } = making
  const id = uuid(random)
  const year = 2026 - Math.floor(1 + 18 * random() ** 1.7)
  const started = random() < 0.875 ? day(year, random) : null
  const basis = random() < 0.6 ? 'source' : random() < 0.6 ? 'general_knowledge' : 'name_only'
  const told = basis !== 'name_only'
  const replicas = random() < 0.2 ? 1 + Math.floor(4 * random() ** 3) : 0
  yield {
    table: 'innovation',
    values: [
      id, `INV-${String(n).padStart(4, '0')}`, `inovasi-${n}`, n % 500 === 0 ? 'programme' : 'innovation', words(4),
      random() < 0.4 ? words(5) : null, told ? words(30) : null, told ? words(25) : null, basis, home.id, home.region,
      home.region.slice(0, 2), pick(categories, random), pick(stages, random), started, started, random() < 0.05,
      random() < 0.5 ? day(2025, random) : null, replicas, at, at,
    ], // prettier-ignore
  }
  if (random() < 0.25) yield anAward(id, random)
  for (let claim = 0; claim < replicas; claim++) yield aClaim(`${n}-${claim}`, id, making)
}

function anAward(innovationId: string, random: () => number): SyntheticRow {
  const competition = pick(competitions, random)
  const year = 2014 + Math.floor(random() * 12)
  return {
    table: 'innovation_award',
    values: [uuid(random), innovationId, `${competition} ${year}`, competition, year, sourceId],
  }
}

function aClaim(key: string, innovationId: string, { random, others }: Making): SyntheticRow {
  const adopter = pick(others, random)
  const since = day(2016 + Math.floor(random() * 10), random)
  const dates = [
    'state',
    'running',
    since,
    since,
    'day',
    pick(acts, random),
    random() < 0.3 ? '2024-03-31' : '2099-03-31',
  ]
  return {
    table: 'claim',
    values: [uuid(random), key, innovationId, adopter.id, adopter.region, ...dates, sourceId, at, at],
  }
}

function day(year: number, random: () => number): string {
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0')
  return `${year}-${month}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`
}

function uuid(random: () => number): string {
  const hex = Array.from({ length: 4 }, () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  ).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}
