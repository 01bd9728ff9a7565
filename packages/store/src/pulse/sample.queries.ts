import type { Actor } from '@semai/domain/people/actor'
import { drawsSamples, runsSample } from '@semai/domain/pulse/sample'
import type { CheckResult } from '@semai/domain/pulse/sample'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { grantHolds } from '../people/grant-holds.ts'
import { loadSample, sampleResult } from './sample-record.ts'

const shown = [
  's.id',
  's.title',
  's.from_on as fromOn',
  's.to_on as toOn',
  's.size',
  's.drawn_at as drawnAt',
] as const
const found = sql<
  (CheckResult | null)[]
>`(select jsonb_agg(n.result) from pulse_sample_unit n where n.sample_id = s.id)`

/** The samples that were drawn, newest first, at most 100; of those published also what was found. One query. */
export async function sampleList(db: Db, actor: Actor) {
  const rows = await db
    .selectFrom('pulse_sample as s')
    .leftJoin('organisation as h', 'h.id', 's.hub_id')
    .select([...shown, 's.published_at as publishedAt', 'h.name as hub', found.as('results')])
    .orderBy('s.drawn_at', 'desc')
    .orderBy('s.id', 'desc')
    .limit(100)
    .execute()
  return {
    mayDraw: drawsSamples.allows(actor, null),
    samples: rows.map(({ results, publishedAt, ...row }) => ({
      ...row,
      publishedAt,
      checked: results.filter((one) => one !== null).length,
      result: publishedAt === null ? null : sampleResult(results),
    })),
  }
}

/**
 * A sample with what was drawn. Seed, method, frame hash and the drawn codes are public at once; what was found once it is
 * published, before that to those who run it and of one's own checks. Three queries, two for the public.
 * @throws Refusal not-found.
 */
export async function samplePage(db: Db, actor: Actor, { id, now }: { id: string; now: Date }) {
  const mayRun = runsSample.allows(actor, await loadSample(db, id, 'no lock'))
  const sample = await db
    .selectFrom('pulse_sample as s')
    .leftJoin('organisation as h', 'h.id', 's.hub_id')
    .select([
      ...shown,
      's.is_stratified as isStratified',
      's.seed',
      's.seed_source as seedSource',
      's.method',
    ])
    .select(['s.frame_hash as frameHash', 's.frame_size as frameSize', 's.published_at as publishedAt'])
    .select(['h.name as hub', unitsOf.as('units')])
    .where('s.id', '=', id)
    .executeTakeFirstOrThrow()
  const isOpen = mayRun || sample.publishedAt !== null
  const units = sample.units.map(({ mentorId, mentor, result, checkedOn, note, ...unit }) => {
    const isMine = actor.personId !== null && mentorId === actor.personId
    const seen = isOpen || isMine ? { result, checkedOn } : { result: null, checkedOn: null }
    const inside = mayRun || isMine ? { mentor, note } : { mentor: null, note: null }
    return { ...unit, ...seen, ...inside, isMine, isAssigned: mentorId !== null }
  })
  return {
    ...sample,
    units,
    mayRun,
    mentors: mayRun && sample.publishedAt === null ? await mentorsFor(db, id, now) : [],
    result: isOpen ? sampleResult(sample.units.map(({ result }) => result)) : null,
  }
}

type UnitRow = {
  pulse: string
  code: string
  innovation: string
  adopter: string
  province: string | null
  mentorId: string | null
  mentor: string | null
  result: CheckResult | null
  checkedOn: string | null
  note: string | null
}

/** What was drawn, in its order, for a query over `pulse_sample s`. */
const unitsOf = sql<UnitRow[]>`(select jsonb_agg(jsonb_build_object('pulse', n.pulse_id, 'code', r.code,
    'innovation', coalesce(r.local_name, i.name), 'adopter', a.name, 'province', r.province_code, 'mentorId', n.mentor_id,
    'mentor', m.name, 'result', n.result, 'checkedOn', n.checked_on, 'note', n.note) order by n.position)
  from pulse_sample_unit n join pulse u on u.id = n.pulse_id join replication r on r.id = u.replication_id
    join organisation a on a.id = r.organisation_id join innovation i on i.id = r.innovation_id
    left join person m on m.id = n.mentor_id
  where n.sample_id = s.id)`

/** Mentors who guide at least one of those that were drawn. */
function mentorsFor(db: Db, id: string, now: Date) {
  return db
    .selectFrom('person as p')
    .select(['p.id', 'p.name'])
    .where('p.deactivated_at', 'is', null)
    .where(
      sql<boolean>`exists (select from role_grant g join pulse_sample_unit n on n.sample_id = ${id}
        join pulse u on u.id = n.pulse_id join replication r on r.id = u.replication_id
        where g.person_id = p.id and g.role = 'mentor' and ${grantHolds(now)}
          and case when g.province_code is null then exists (select from organisation_above x
            where x.organisation_id = r.organisation_id and x.above_id = g.organisation_id)
          else g.province_code = r.province_code end)`,
    )
    .orderBy('p.name')
    .limit(200)
    .execute()
}

/** The frame of a sample, as it was hashed. Two queries. @throws Refusal not-found. */
export async function sampleFrame(db: Db, id: string): Promise<string> {
  await loadSample(db, id, 'no lock')
  const { frame } = await db
    .selectFrom('pulse_sample')
    .select('frame')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return frame
}
