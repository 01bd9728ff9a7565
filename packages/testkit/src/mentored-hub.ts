import { engagementForm, memberForm, teamForm } from '@semai/domain/mentoring/mentoring.form'
import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '@semai/store/db/transaction'
import { uuidv7 } from '@semai/store/db/uuid'
import { startEngagement } from '@semai/store/mentoring/engagement-start.commands'
import { addMember, formTeam } from '@semai/store/mentoring/team.commands'
import { agencies, cast } from './cast.ts'
import { castEmail } from './people.ts'
import { aSource, now } from './scene.ts'

/** The address of the hub of the cast. */
export const castHub = 'pemerintah-provinsi-lintang'

/** The invented province is a hub. */
export async function aHub(db: Db): Promise<void> {
  const { id: source_id } = await aSource(db, { name: 'Peragaan (rekaan)' })
  const hub = { id: uuidv7(), region_code: null, organisation_id: agencies.province, year: 2024 }
  await db
    .insertInto('hub')
    .values({ ...hub, status: 'designated', source_id })
    .execute()
}

type Given = Record<string, string>

/** A team of that hub. */
export function aTeam(db: Db, given: Given = {}, actor: Actor = cast.hub): Promise<string> {
  const said = teamForm.parse({ name: 'Tim Lintang', university: 'Universitas Contoh', ...given })
  return formTeam(db, actor, { slug: castHub, said, now })
}

/** Somebody joins a team: the mentor of the cast, unless said otherwise. */
export function aMember(db: Db, team: string, given: Given = {}, actor: Actor = cast.hub): Promise<string> {
  const member = { team, email: castEmail('mentor'), part: 'lead', since: '2026-01-05' }
  return addMember(db, actor, { said: memberForm.parse({ ...member, ...given }), now })
}

/** A team accompanies the health office of the cast, unless said otherwise, since two weeks ago. */
export function anEngagement(
  db: Db,
  team: string,
  given: Given = {},
  actor: Actor = cast.hub,
): Promise<string> {
  const about = { organisation: 'dinas-kesehatan-sukamaju', purpose: 'Menyiapkan antar obat ke pulau.' }
  const begins = { stage: 'gap_mapping', startedOn: '2026-02-16' }
  const said = engagementForm.parse({ team, ...about, ...begins, ...given })
  return startEngagement(db, actor, { said, now })
}
