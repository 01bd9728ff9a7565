import { uuidv7 } from '@semai/store/db/uuid'
import type { NewRow } from '@semai/store/db/schema'
import type { Db } from '@semai/store/db/transaction'

/** The moment every test lives in. */
export const now = new Date('2026-03-02T03:04:05Z')
export const today = '2026-03-02'

/** Inserts a region; give a code, the rest follows (kind from the code, a point near Banyuwangi). */
export async function aRegion(db: Db, given: Partial<NewRow<'region'>> & { code: string }) {
  const isProvince = given.code.length === 2
  const region = {
    kind: isProvince ? ('province' as const) : ('regency' as const),
    name: isProvince ? `Provinsi ${given.code}` : `Kabupaten ${given.code}`,
    slug: `daerah-${given.code.replace('.', '-')}`,
    province_code: given.code.slice(0, 2),
    has_government: true,
    seat: null,
    lat: -8.2,
    lon: 114.4,
    point_method: 'test',
    point_check: 'ok' as const,
    ...given,
  }
  await db.insertInto('region').values(region).execute()
  return region
}

/** Inserts an organisation: by default a ministry. */
export async function anOrganisation(db: Db, given: Partial<NewRow<'organisation'>> = {}) {
  const id = given.id ?? uuidv7()
  const name = given.name ?? 'Kementerian Contoh'
  const organisation = {
    id,
    slug: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    name,
    kind: 'ministry' as const,
    parent_id: null,
    region_code: null,
    source_key: null,
    ...given,
  }
  await db.insertInto('organisation').values(organisation).execute()
  return organisation
}

/** Inserts a source: by default a newspaper of no place in particular. */
export async function aSource(db: Db, given: Partial<NewRow<'source'>> = {}) {
  const source = { id: uuidv7(), name: 'Koran Contoh, 1 Januari 2020', url: null, ...given }
  await db.insertInto('source').values(source).execute()
  return source
}

/** Inserts an innovation of an organisation, known from a source. */
export async function anInnovation(
  db: Db,
  given: Partial<NewRow<'innovation'>> & { code: string; organisation_id: string },
) {
  const innovation = {
    id: uuidv7(),
    slug: given.code.toLowerCase(),
    kind: given.code.startsWith('PRG') ? ('programme' as const) : ('innovation' as const),
    name: `Inovasi ${given.code}`,
    expansion: null,
    summary: null,
    problem: null,
    basis: 'source' as const,
    confidence: 'high' as const,
    region_code: null,
    province_code: null,
    category_key: null,
    stage: null,
    trigger: null,
    is_digital: null,
    started_from: null,
    started_to: null,
    last_confirmed_on: null,
    recorded_at: now,
    updated_at: now,
    ...given,
  }
  await db.insertInto('innovation').values(innovation).execute()
  return innovation
}

/** Inserts a claim: by default an inauguration on a known day, reported. */
export async function aClaim(
  db: Db,
  given: Partial<NewRow<'claim'>> & {
    innovation_id: string
    organisation_id: string
    region_code: string
    source_id: string
  },
) {
  const id = given.id ?? uuidv7()
  const claim = {
    id,
    source_key: `test:${id}`,
    unit_id: null,
    local_name: null,
    kind: 'event' as const,
    happening: 'inaugurated' as const,
    earliest: '2020-06-01',
    latest: '2020-06-01',
    precision: 'day' as const,
    strength: 'reported' as const,
    valid_until: null,
    batch: null,
    note: null,
    stopped_on: null,
    stop_reason: null,
    withdrawn_at: null,
    recorded_at: now,
    updated_at: now,
    ...given,
  }
  await db.insertInto('claim').values(claim).execute()
  return claim
}
