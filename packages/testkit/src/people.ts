import type { Actor } from '@semai/domain/people/actor'
import { hashPassword } from '@semai/store/people/password-hash'
import type { Db } from '@semai/store/db/transaction'
import { uuidv7 } from '@semai/store/db/uuid'
import type { NewRow } from '@semai/store/db/schema'
import { agencies, cast } from './cast.ts'
import type { CastName } from './cast.ts'
import { anOrganisation, now } from './scene.ts'

/** The password of everybody in the cast. */
export const castPassword = 'padi menguning di sawah'

/** From where the cast signs in, unless a test says otherwise. */
export const here = { deviceToken: null, address: '192.0.2.7', device: 'Firefox, Linux' } as const

/** Inserts the agencies of the cast, in their trees. */
export async function castAgencies(db: Db): Promise<void> {
  const rows = [
    [agencies.province, 'Pemerintah Provinsi Lintang', 'government', null],
    [agencies.regency, 'Pemerintah Kabupaten Sukamaju', 'government', agencies.province],
    [agencies.healthOffice, 'Dinas Kesehatan Sukamaju', 'unit', agencies.regency],
    [agencies.clinic, 'Puskesmas Sukamaju', 'unit', agencies.healthOffice],
    [agencies.otherRegency, 'Pemerintah Kabupaten Tirtasari', 'government', agencies.province],
    [agencies.otherOffice, 'Dinas Sosial Tirtasari', 'unit', agencies.otherRegency],
    [agencies.ministry, 'Kementerian Urusan Contoh', 'ministry', null],
    [agencies.centre, 'Balai Kementerian Urusan Contoh', 'unit', agencies.ministry],
  ] as const
  for (const [id, name, kind, parent_id] of rows) await anOrganisation(db, { id, name, kind, parent_id })
}

/**
 * The units of the cast lie somewhere: after `castAgencies`, where the regions of the country are. Its governments do not,
 * since every region has one already.
 */
export async function castPlaces(db: Db): Promise<void> {
  const places = [
    [agencies.healthOffice, '35.10'],
    [agencies.clinic, '35.10'],
    [agencies.otherOffice, '35.09'],
    [agencies.centre, '35.78'],
  ] as const
  for (const [id, region_code] of places) {
    await db.updateTable('organisation').set({ region_code }).where('id', '=', id).execute()
  }
}

/** Inserts an account: by default an active one with the password of the cast. */
export async function aPerson(db: Db, given: Partial<NewRow<'person'>> = {}) {
  const id = given.id ?? uuidv7()
  const person = {
    id,
    name: 'Orang Contoh',
    post: null,
    email: `orang-${id.slice(-4)}@contoh.test`,
    organisation_id: null,
    password_hash: await castHash(),
    totp_secret: null,
    totp_last_step: null,
    created_at: now,
    deactivated_at: null,
    ...given,
  }
  await db.insertInto('person').values(person).execute()
  return person
}

/** What the people of the cast are called, by their label. */
const names: Partial<Record<CastName, string>> = {
  author: 'Sari Wulandari',
  'author elsewhere': 'Yusuf Latif',
  'local admin': 'Wayan Sudarma',
  'local admin elsewhere': 'Ratna Dewi',
  head: 'Bupati Sukamaju',
  inspectorate: 'Agus Pranoto',
  hub: 'Maria Tambunan',
  mentor: 'Dr. Hasan Basri',
  'sector ministry': 'Lina Marlina',
  'co-manager': 'Putu Ayu',
  evaluator: 'Prof. Siti Rahma',
  secretariat: 'Dewi Kartika',
  analyst: 'Rizky Ramadhan',
  auditor: 'Johan Siregar',
  administrator: 'Budi Santoso',
}

/** The address with which a member of the cast signs in. */
export function castEmail(name: CastName): string {
  return `${name.replaceAll(/\W+/g, '.')}@contoh.test`
}

/** Inserts the accounts of members of the cast with their grants, after `castAgencies`; all of them by default. */
export async function castPeople(
  db: Db,
  members: readonly CastName[] = Object.keys(cast) as CastName[],
  given: Partial<NewRow<'person'>> = {},
): Promise<void> {
  for (const name of members) {
    const { personId, grants }: Actor = cast[name]
    if (personId === null) continue
    await aPerson(db, {
      id: personId,
      name: names[name] ?? `Orang ${name}`,
      email: castEmail(name),
      ...given,
    })
    for (const { role, organisationId, provinceCode } of grants) {
      await db
        .insertInto('role_grant')
        .values({
          id: uuidv7(),
          person_id: personId,
          role,
          organisation_id: organisationId,
          province_code: provinceCode,
          valid_from: now,
          valid_until: null,
          granted_by: null,
          letter: null,
          certified_at: lookedAt(),
          revoked_at: null,
          revoked_by: null,
        })
        .execute()
    }
  }
}

/** A site that runs goes by its own clock: there, what was looked at in the moment of the tests would lapse one day. */
function lookedAt(): Date {
  return new Date(Math.max(now.getTime(), Date.now()))
}

let hash: Promise<string> | null = null
function castHash(): Promise<string> {
  return (hash ??= hashPassword(castPassword))
}
