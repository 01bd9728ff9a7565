import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { islandMedicine } from '@semai/testkit/blueprint-scene'
import { toBlueprintRecord } from './blueprint-record.ts'
import type { ClaimRecord } from './claim-record.ts'
import type { InnovationRecord } from './innovation-record.ts'
import {
  publishedSchema,
  publishedSchemas,
  publishedSchemaText,
  type PublishedSchema,
} from './published-schema.ts'

const source = { name: 'Kabar Uji, 1 Mar 2024', url: 'https://contoh.test/kabar' }
const origin = { slug: 'dinas-uji', name: 'Dinas Uji', kind: 'unit' as const }
const at = '2026-03-01T00:00:00.000Z'

const innovation: InnovationRecord = {
  schema_version: '1.0',
  id: '0192d5a0-7c1e-7b3a-8a51-0d2f6a3c9b11',
  code: 'INV-0014',
  slug: 'uji-cepat',
  kind: 'innovation',
  name: 'Uji Cepat',
  expansion: null,
  aliases: [{ name: 'Ujicepat', source: null }],
  identifiers: [
    { scheme: 'JIPPNas', value: '17', url: null },
    { scheme: 'SINOVIK', value: '2021-9', url: 'https://contoh.test/9' },
  ],
  parties: { origin, proposers: [{ organisation: origin, source }], sector_ministries: [], partners: [] },
  region: { code: '35.10', name: 'Kabupaten Banyuwangi' },
  province: { code: '35', name: 'Jawa Timur' },
  narrative: { summary: null, problem: null, basis: 'name_only', withheld: 'awaiting_agency' },
  stage: 'implemented',
  trigger: null,
  is_digital: null,
  start: { earliest: '2009-01-01', latest: '2009-12-31', precision: 'year', basis: 'source' },
  batched: false,
  categories: [{ scheme: '2021', key: 'kesehatan', assigned_by: 'editor' }],
  sdgs: [3],
  awards: [{ label: 'Top 99 2019', competition: 'KIPP', year: 2019, source }],
  facts: ['2009', '2014'].map((value) => ({
    field: 'started',
    value,
    basis: 'source' as const,
    confidence: 'high' as const,
    source,
    stated_on: null,
    note: null,
  })),
  links: [{ kind: 'instance_of', to: 'PRG-MPP' }],
  confidence: 'high',
  replicas: 0,
  last_confirmed_on: null,
  recorded_at: at,
  updated_at: at,
}

const claim: ClaimRecord = {
  schema_version: '1.0',
  id: null,
  source_key: 'PRG-MPP/35.10/2017',
  innovation: { code: 'PRG-MPP', name: 'Mal Pelayanan Publik' },
  adopter: {
    slug: 'pemerintah-kabupaten-banyuwangi',
    name: 'Pemerintah Kabupaten Banyuwangi',
    kind: 'government',
  },
  unit: null,
  region: { code: '35.10', name: 'Kabupaten Banyuwangi', province_code: '35' },
  local_name: null,
  kind: 'event',
  happening: 'opened',
  when: { earliest: null, latest: '2022-07-13', precision: 'by' },
  strength: { shown: 'reported', as_of: '2026-03-01', strongest_act: 'reported', valid_until: null },
  acts: [{ act: 'reported', by: null, on: null, source, note: null }],
  batch: null,
  stopped: null,
  note: null,
  source,
  recorded_at: at,
  updated_at: at,
}

const blueprint = toBlueprintRecord(islandMedicine, {
  innovation: { code: 'INV-0014', name: 'Uji Cepat' },
  version: 1,
  published_at: at,
})
const [component] = blueprint.components

const good = { innovation, claim, blueprint }

const bad: [PublishedSchema, string, Record<string, unknown>][] = [
  ['innovation', 'an unknown field', { budget: 5 }],
  ['innovation', 'another version', { schema_version: '2.0' }],
  ['innovation', 'a code of another kind', { code: 'ABC-1' }],
  ['innovation', 'a blank name', { name: '  ' }],
  ['innovation', 'a day that does not exist', { last_confirmed_on: '2023-02-29' }],
  ['innovation', 'a goal beyond 17', { sdgs: [18] }],
  ['innovation', 'half a goal', { sdgs: [1.5] }],
  ['innovation', 'a missing party', { parties: { origin } }],
  ['innovation', 'an inferred fact', { facts: [{ ...innovation.facts[0], basis: 'name_only' }] }],
  [
    'innovation',
    'an address that is none',
    { identifiers: [{ scheme: 'IGA', value: '1', url: 'javascript:x' }] },
  ],
  ['innovation', 'a number as text', { replicas: '0' }],
  ['claim', 'a happening outside the list', { happening: 'planned' }],
  ['claim', 'a region code as a number', { region: { ...claim.region, code: 35.1 } }],
  ['claim', 'no upper end', { when: { earliest: '2022-01-01', latest: null, precision: 'day' } }],
  ['claim', 'a local time', { recorded_at: '2026-03-01T00:00:00+07:00' }],
  ['claim', 'a stop for a reason that is no code', { stopped: { on: '2024-01-01', reason: 'Bored!' } }],
  ['blueprint', 'a version before the first', { version: 0 }],
  ['blueprint', 'a component of no listed kind', { components: [{ ...component, kind: 'cat' }] }],
  ['blueprint', 'a key with a space', { components: [{ ...component, key: 'a b' }] }],
  ['blueprint', 'a nameless component', { components: [{ ...component, title: null }] }],
  ['blueprint', 'a detail of another kind', { components: [{ ...component, actor: 'Kader' }] }],
  ['blueprint', 'a component without a detail', { components: [{ ...component, evidence: undefined }] }],
  ['blueprint', 'too many components', { components: Array.from({ length: 201 }, () => component) }],
]

function byStandardValidator(name: PublishedSchema): (record: unknown) => boolean {
  const ajv = new Ajv2020({ strict: true, allErrors: true })
  addFormats.default(ajv)
  const validate = ajv.compile(publishedSchema(name))
  return (record) => validate(record)
}

describe.each(Object.keys(publishedSchemas) as PublishedSchema[])('the published %s format', (name) => {
  const holds = byStandardValidator(name)
  const { shape, file } = publishedSchemas[name]

  test('accepts a good record, as our own reading does', () => {
    expect([holds(good[name]), shape.safeParse(good[name]).success]).toEqual([true, true])
  })

  test.each(bad.filter(([of]) => of === name))('%s with %s is refused by both', (_, __, change) => {
    const record = { ...good[name], ...change }
    expect([holds(record), shape.safeParse(record).success]).toEqual([false, false])
  })

  test.each(Object.keys(good[name]))('without %s it is refused by both', (field) => {
    const record: Record<string, unknown> = { ...good[name] }
    delete record[field]
    expect([holds(record), shape.safeParse(record).success]).toEqual([false, false])
  })

  test('is committed as it is generated', () => {
    const committed = join(import.meta.dirname, '../../../../docs/schemas', file)
    expect(readFileSync(committed, 'utf8')).toBe(publishedSchemaText(name))
  })
})
