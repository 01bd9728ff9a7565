import { offeredSteps, statesSeenBy } from '@semai/domain/lifecycle'
import { publicActor } from '@semai/domain/people/actor'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { voiceLifecycle } from '@semai/domain/voices/voice.lifecycle'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'
import { visibleInnovations } from '../innovations/visible.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { ownedColumns } from '../organisations/owner-path.ts'
import { guidedProvinces } from '../replications/visible-replications.ts'

const publicStates = statesSeenBy(voiceLifecycle, 'public')

/** Voices with their claim, who runs it (`o`), the innovation and the place. */
function voices(db: Db) {
  return db
    .selectFrom('voice as v')
    .innerJoin('claim as c', 'c.id', 'v.claim_id')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .innerJoin('innovation as i', 'i.id', 'c.innovation_id')
    .innerJoin('region as r', 'r.code', 'c.region_code')
}

/** Voices somebody may look at before others read them: a hub those of its scope, the secretariat all. */
function visibleVoices(db: Db, actor: Actor) {
  const isSecretariat = actor.grants.some(({ role }) => role === 'secretariat')
  const provinces = guidedProvinces(actor, ['hub'])
  const byTree = isWithin('c.organisation_id', scopeIds(actor, 'hub'))
  return voices(db).$if(!isSecretariat, (query) =>
    query.where(sql<boolean>`(${byTree} or r.province_code = any(${provinces}::text[]))`),
  )
}

/** What deciding about a voice needs, locked. @throws Refusal not-found. */
export async function loadVoice(db: Db, actor: Actor, id: string) {
  if (!isUuid(id)) throw noSuchVoice()
  const row = await visibleVoices(db, actor)
    .select(['v.id', 'v.state', 'v.words', 'c.id as claimId', 'c.organisation_id as organisationId'])
    .select(['i.id as innovationId', 'i.name as innovation', 'r.name as region', ...ownedColumns])
    .where('v.id', '=', id)
    .forUpdate('v')
    .executeTakeFirst()
  if (!row) throw noSuchVoice()
  return row
}

/** Voices that wait to be looked at, the oldest first, at most 50, with the steps of whoever asks. One query. */
export async function voiceQueue(db: Db, actor: Actor, now: Date) {
  const rows = await visibleVoices(db, actor)
    .select(['v.id', 'v.state', 'v.words', 'v.said_on as saidOn', 'c.id as claimId', 'o.name as owner'])
    .select(['i.name as innovation', 'i.slug as innovationSlug', 'r.name as region', ...ownedColumns])
    .where('v.state', '=', 'received')
    .orderBy('v.said_on')
    .orderBy('v.id')
    .limit(50)
    .execute()
  return rows.map(({ ownerPath, provinceCode, ...row }) => ({
    ...row,
    steps: offeredSteps(voiceLifecycle, {
      subject: { state: row.state, ownerPath: ownerPath ?? [], provinceCode },
      actor,
      now,
    }),
  }))
}

/** A claim that stands and is not said to have stopped, as a citizen questions it. @throws Refusal not-found. */
export async function questionableClaim(db: Db, id: string) {
  const row = isUuid(id)
    ? await standingClaims(db)
        .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
        .select(['c.id', 'i.name as innovation', 'r.name as region', ...ownedColumns])
        .where('c.id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!row) {
    throw new Refusal('not-found', {
      id: 'Di sana inovasi ini tidak tercatat berjalan. Pilih daerah dari daftar.',
      en: 'There this innovation is not recorded as running. Choose a region of the list.',
    })
  }
  return row
}

function standingClaims(db: Db) {
  return db
    .selectFrom('claim as c')
    .innerJoin('innovation as i', 'i.id', 'c.innovation_id')
    .innerJoin('region as r', 'r.code', 'c.region_code')
    .where('c.withdrawn_at', 'is', null)
    .where('c.stopped_on', 'is', null)
}

/** What is called useful: an innovation, perhaps in one region. @throws Refusal not-found. */
export async function usefulSubject(db: Db, { slug, region }: { slug: string; region?: string | undefined }) {
  const row = await visibleInnovations(db, publicActor)
    .leftJoin('region as r', (join) => join.on('r.slug', '=', region ?? ''))
    .select(['i.id as innovationId', 'r.code as regionCode'])
    .where('i.slug', '=', slug)
    .executeTakeFirst()
  if (!row || (region && row.regionCode === null)) throw noSuchSubject()
  return row
}

/** How often an innovation was called useful, and what was said of where it does not run: shown, and of those answered. */
export type VoiceCounts = { useful: number; absent: number; answered: number }

/** The counts of one innovation. What waits to be looked at or was rejected is in none. One query. */
export async function voiceCounts(db: Db, innovationId: string): Promise<VoiceCounts> {
  const { useful } = await db
    .selectNoFrom([
      sql<VoiceCounts>`(select json_build_object(
        'useful', (select coalesce(sum(u.times), 0)::int from voice_useful u where u.innovation_id = ${innovationId}),
        'absent', count(v.id)::int,
        'answered', count(v.id) filter (where n.state in ('accepted', 'declined'))::int)
        from claim c join voice v on v.claim_id = c.id and v.state = any(${publicStates}::text[])
        left join correction n on n.id = v.correction_id
        where c.innovation_id = ${innovationId})`.as('useful'),
    ])
    .executeTakeFirstOrThrow()
  return useful
}

/**
 * What citizens say of an innovation: counts, where it is said to run (to be chosen from), and the voices that are
 * shown with their answers, newest first, at most 50. Four queries.
 * @throws Refusal not-found.
 */
export async function voicePage(db: Db, actor: Actor, slug: string) {
  const innovation = await visibleInnovations(db, actor)
    .select(['i.id', 'i.name', 'i.slug'])
    .where('i.slug', '=', slug)
    .executeTakeFirst()
  if (!innovation) throw noSuchSubject()
  const counts = await voiceCounts(db, innovation.id)
  const places = await standingClaims(db)
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .select(['c.id', 'r.name as region', 'r.slug as regionSlug', 'o.name as organisation'])
    .where('c.innovation_id', '=', innovation.id)
    .orderBy('r.name')
    .orderBy('c.id')
    .limit(600)
    .execute()
  const shown = await shownVoices(db).where('i.id', '=', innovation.id).execute()
  return { innovation, counts, places, shown }
}
export type VoicePage = Awaited<ReturnType<typeof voicePage>>

/** Voices that are shown, with the public answer to the question they opened. */
function shownVoices(db: Db) {
  return voices(db)
    .leftJoin('correction as n', 'n.id', 'v.correction_id')
    .select(['v.id', 'v.words', 'v.said_on as saidOn', 'r.name as region', 'r.slug as regionSlug'])
    .select(['o.name as owner', 'c.id as claimId', 'i.name as innovation', 'i.slug as innovationSlug'])
    .select(answer.as('answer'))
    .where('v.state', 'in', publicStates)
    .orderBy('v.said_on', 'desc')
    .orderBy('v.id', 'desc')
    .limit(50)
}

const answer = sql<{
  words: string
  at: string
} | null>`(select json_build_object('words', t.reason, 'at', t.at)
  from correction_step t where t.correction_id = n.id and n.is_public and t.step in ('accept', 'decline')
  order by t.at desc, t.ordinal desc limit 1)`

/** Voices that are shown about claims in a region, newest first, at most 50. One query. */
export function voicesIn(db: Db, regionCode: string) {
  return shownVoices(db)
    .where(regionCode.length === 2 ? 'r.province_code' : 'r.code', '=', regionCode)
    .execute()
}

function noSuchVoice(): Refusal {
  return new Refusal('not-found', {
    id: 'Suara warga ini tidak ada, atau bukan di wilayah Anda.',
    en: 'There is no such voice, or it is not in your scope.',
  })
}

function noSuchSubject(): Refusal {
  return new Refusal('not-found', {
    id: 'Inovasi atau daerah ini tidak ada. Buka halamannya dari katalog.',
    en: 'There is no such innovation or region. Open its page from the catalogue.',
  })
}
