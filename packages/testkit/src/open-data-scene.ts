import type { OpenedDatabase } from '@semai/store/db/open'
import { aProgrammeEvent } from './programme-event-scene.ts'

type Database = OpenedDatabase['db']

/** Ids of the scene, so that tests can name its rows. */
export const sceneIds = {
  source: '00000000-0000-4000-8000-000000000001',
  regency: '00000000-0000-4000-8000-000000000010',
  ministry: '00000000-0000-4000-8000-000000000011',
  sourced: '00000000-0000-4000-8000-000000000100',
  unconfirmed: '00000000-0000-4000-8000-000000000101',
  nameOnly: '00000000-0000-4000-8000-000000000102',
  programme: '00000000-0000-4000-8000-000000000103',
} as const

const recorded = {
  recorded_at: new Date('2026-03-01T00:00:00Z'),
  updated_at: new Date('2026-03-01T00:00:00Z'),
}

/**
 * A small catalogue with one record of each basis: sourced, from general knowledge, known by name only. `texts` are
 * narratives that must not leave: `general` is stored as such, `inferred` only as hidden words of search.
 */
export async function openDataScene(
  db: Database,
  texts: { general: string; inferred: string },
): Promise<void> {
  await placesAndAgencies(db)
  await db
    .insertInto('innovation')
    .values([
      record('sourced', 'INV-0001', {
        basis: 'source',
        summary: 'Ringkasan bersumber.',
        region_code: '35.10',
        province_code: '35',
      }),
      record('unconfirmed', 'INV-0002', {
        basis: 'general_knowledge',
        summary: texts.general,
        problem: texts.general,
      }),
      record('nameOnly', 'INV-0003', { basis: 'name_only', confidence: 'low' }),
      record('programme', 'PRG-UJI', {
        kind: 'programme',
        organisation_id: sceneIds.ministry,
        batched: true,
      }),
    ])
    .execute()
  await db
    .insertInto('innovation_hidden_words')
    .values({ innovation_id: sceneIds.nameOnly, words: texts.inferred })
    .execute()
  const fact = { innovation_id: sceneIds.sourced, confidence: 'high', source_id: sceneIds.source } as const
  await db
    .insertInto('innovation_fact')
    .values([
      {
        ...fact,
        id: claimId(201),
        field: 'started',
        value: '2009',
        basis: 'source',
        stated_on: null,
        note: null,
      },
      {
        ...fact,
        id: claimId(202),
        field: 'started',
        value: '2014',
        basis: 'source',
        stated_on: '2019-05-01',
        note: null,
      },
      {
        ...fact,
        id: claimId(203),
        field: 'summary',
        value: texts.general,
        basis: 'general_knowledge',
        stated_on: null,
        note: null,
      },
    ])
    .execute()
  await claims(db)
  await aProgrammeEvent(db, { innovationId: sceneIds.sourced, sourceId: sceneIds.source })
}

async function placesAndAgencies(db: Database): Promise<void> {
  const point = {
    seat: 'Kota Uji',
    point_method: 'geonames-seat',
    point_check: 'ok',
    has_government: true,
  } as const
  await db
    .insertInto('region')
    .values([
      {
        ...point,
        code: '35',
        kind: 'province',
        name: 'Jawa Timur',
        slug: 'jawa-timur',
        province_code: '35',
        lat: -7.25,
        lon: 112.75,
      },
      {
        ...point,
        code: '35.10',
        kind: 'regency',
        name: 'Kabupaten Banyuwangi',
        slug: 'kabupaten-banyuwangi',
        province_code: '35',
        lat: -8.2,
        lon: 114.37,
      },
    ])
    .execute()
  await db
    .insertInto('source')
    .values({ id: sceneIds.source, name: 'Kabar Uji, 1 Mar 2024', url: 'https://contoh.test/kabar' })
    .execute()
  await db
    .insertInto('region_attribute')
    .values({
      region_code: '35.10',
      attribute: 'population',
      value: 1_781_379,
      unit: 'persons',
      year: 2024,
      source_id: sceneIds.source,
    })
    .execute()
  await db
    .insertInto('organisation')
    .values([
      {
        id: sceneIds.regency,
        slug: 'pemerintah-kabupaten-banyuwangi',
        name: 'Pemerintah Kabupaten Banyuwangi',
        kind: 'government',
        parent_id: null,
        region_code: '35.10',
        source_key: null,
      },
      {
        id: sceneIds.ministry,
        slug: 'kementerian-uji',
        name: 'Kementerian Uji',
        kind: 'ministry',
        parent_id: null,
        region_code: null,
        source_key: null,
      },
    ])
    .execute()
  await db
    .insertInto('published_figure')
    .values({
      id: claimId(301),
      subject: 'PRG-UJI',
      measure: 'adopters',
      value: 12,
      unit: 'regions',
      as_of: '2024-12-31',
      precision: 'year',
      source_id: sceneIds.source,
      note: null,
    })
    .execute()
}

function record(key: 'sourced' | 'unconfirmed' | 'nameOnly' | 'programme', code: string, change: object) {
  return {
    id: sceneIds[key],
    code,
    slug: code.toLowerCase(),
    kind: 'innovation' as const,
    name: `Uji ${code}`,
    expansion: null,
    summary: null,
    problem: null,
    basis: 'source' as const,
    confidence: 'high' as const,
    organisation_id: sceneIds.regency,
    region_code: null,
    province_code: null,
    category_key: null,
    stage: null,
    trigger: null,
    is_digital: null,
    started_from: '2009-01-01',
    started_to: '2009-12-31',
    last_confirmed_on: null,
    ...recorded,
    ...change,
  }
}

/** Ids of claims, facts and figures of the scene, by number. */
export function claimId(number: number): string {
  return `00000000-0000-4000-8000-000000000${number}`
}

async function claims(db: Database): Promise<void> {
  const claim = {
    innovation_id: sceneIds.programme,
    organisation_id: sceneIds.regency,
    unit_id: null,
    region_code: '35.10',
    local_name: null,
    valid_until: null,
    batch: null,
    note: null,
    source_id: sceneIds.source,
    stopped_on: null,
    stop_reason: null,
    withdrawn_at: null,
    ...recorded,
  }
  const opened = { ...claim, kind: 'event', happening: 'opened', strength: 'confirmed' } as const
  const running = { ...claim, kind: 'state', happening: 'running', strength: 'verified' } as const
  await db
    .insertInto('claim')
    .values([
      {
        ...opened,
        id: claimId(401),
        source_key: 'opened',
        earliest: '2024-10-08',
        latest: '2024-10-08',
        precision: 'day',
        batch: 'PRG-UJI 2024-10-08',
      },
      {
        ...opened,
        id: claimId(402),
        source_key: 'known by',
        earliest: null,
        latest: '2022-07-13',
        precision: 'by',
        strength: 'reported',
      },
      {
        ...running,
        id: claimId(403),
        source_key: 'lapsed',
        earliest: '2021-01-01',
        latest: '2021-12-31',
        precision: 'year',
        valid_until: '2025-03-31',
      },
      {
        ...running,
        id: claimId(404),
        source_key: 'stopped',
        earliest: '2020-05-01',
        latest: '2020-05-31',
        precision: 'month',
        stopped_on: '2023-01-01',
        stop_reason: 'budget',
      },
      {
        ...opened,
        id: claimId(405),
        source_key: 'withdrawn',
        earliest: '2019-01-01',
        latest: '2019-01-01',
        precision: 'day',
        withdrawn_at: recorded.updated_at,
      },
    ])
    .execute()
  await db
    .insertInto('claim_act')
    .values({
      id: claimId(501),
      claim_id: claimId(401),
      act: 'confirmed',
      organisation_id: sceneIds.ministry,
      acted_on: '2024-10-08',
      source_id: sceneIds.source,
      note: null,
    })
    .execute()
}
