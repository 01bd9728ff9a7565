import { personActor } from '@semai/domain/people/actor'
import type { Role } from '@semai/domain/people/actor'
import type { NewRow } from '@semai/store/db/schema'
import type { Db } from '@semai/store/db/transaction'
import { uuidv7 } from '@semai/store/db/uuid'
import { aPerson } from './people.ts'
import { anOrganisation } from './scene.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** An invented regional police force and one of its stations, which live off the state budget. */
export const police = { force: id(9041), station: id(9042) } as const

const entrusted = (n: number, role: Role) =>
  personActor(id(n), [{ role, organisationId: police.station, provinceCode: null }])

/** Who works at the station: as the cast, beside it. */
export const policeCast = {
  author: entrusted(8041, 'author'),
  'local admin': entrusted(8042, 'local_admin'),
  head: entrusted(8043, 'head'),
} as const

const names: Record<keyof typeof policeCast, string> = {
  author: 'Bripka Nurul Hidayah',
  'local admin': 'Iptu Gede Arnawa',
  head: 'Kapolres Sukamaju',
}

/** The address with which somebody of the station signs in. */
export const policeEmail = (name: keyof typeof policeCast): string =>
  `polres.${name.replaceAll(/\W+/g, '.')}@contoh.test`

/** The station stands, with its people, whose password is that of the cast; all marked as a demonstration. */
export async function policeForce(db: Db, regionCode: string | null = null): Promise<void> {
  const force = { id: police.force, name: 'Polda Lintang', kind: 'police' as const }
  await anOrganisation(db, force)
  const station = { id: police.station, name: 'Polres Sukamaju', kind: 'police' as const }
  await anOrganisation(db, { ...station, parent_id: police.force, region_code: regionCode })
  for (const [name, { personId, grants }] of Object.entries(policeCast)) {
    const key = name as keyof typeof policeCast
    await anEntrusted(db, {
      id: personId!,
      name: names[key],
      email: policeEmail(key),
      role: grants[0]!.role,
      organisationId: police.station,
    })
  }
}

type Entrusted = Pick<NewRow<'person'>, 'name' | 'email'> & {
  id?: string
  role: Role
  organisationId: string
}

/** Inserts an account of the demonstration that holds one role at one organisation. */
export async function anEntrusted(db: Db, { role, organisationId, ...person }: Entrusted): Promise<void> {
  const { id: personId } = await aPerson(db, { ...person, is_demonstration: true })
  const at = new Date()
  await db
    .insertInto('role_grant')
    .values({
      id: uuidv7(),
      person_id: personId,
      role,
      organisation_id: organisationId,
      province_code: null,
      valid_from: new Date('2026-01-01T00:00:00Z'),
      valid_until: null,
      granted_by: null,
      letter: null,
      certified_at: at,
      revoked_at: null,
      revoked_by: null,
    })
    .execute()
}
