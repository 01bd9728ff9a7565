import { mayReply } from '@semai/domain/replies/right-of-reply'
import { dayIn } from '@semai/domain/time/clock'
import { dateWords } from '@semai/domain/time/date-words'
import { sql } from 'kysely'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { notify } from '../notices/notify.ts'
import { peopleAllowed } from '../notices/recipients.ts'
import { ownedColumns } from '../organisations/owner-path.ts'

const atOnce = 200
const dayMs = 86_400_000
const nobody = '00000000-0000-0000-0000-000000000000'
const itself = { personId: null, label: 'jobs', grants: [] }

/**
 * Every agency that stopped something was told what citizens will read, once for each stop, and until when it may reply
 * before they do. Where nobody of it has an account nobody can be told: its time does not begin, and nothing is shown.
 * Once a day is enough.
 * @returns how many were told now.
 */
export async function askForReplies(db: Db, { days, now }: { days: number; now: Date }): Promise<number> {
  let told = 0
  for (let after = nobody; ;) {
    const stops = await untoldStops(db, after)
    for (const stop of stops) told += Number(await inTransaction(db, (db) => ask(db, stop, { days, now })))
    if (stops.length < atOnce) return told
    after = stops.at(-1)!.id
  }
}

function untoldStops(db: Db, after: string) {
  return db
    .selectFrom('claim as c')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .innerJoin('innovation as i', 'i.id', 'c.innovation_id')
    .innerJoin('region as r', 'r.code', 'c.region_code')
    .select(['c.id', 'c.stopped_on as stoppedOn', 'c.organisation_id as organisationId'])
    .select(['i.name as innovation', 'r.name as region', ...ownedColumns])
    .where('c.stopped_on', 'is not', null)
    .where('c.withdrawn_at', 'is', null)
    .where(
      sql<boolean>`not exists (select from reply_right x where x.claim_id = c.id and x.stopped_on = c.stopped_on)`,
    )
    .where('c.id', '>', after)
    .orderBy('c.id')
    .limit(atOnce)
    .execute()
}
type Stop = Awaited<ReturnType<typeof untoldStops>>[number]

async function ask(db: Tx, stop: Stop, { days, now }: { days: number; now: Date }): Promise<boolean> {
  const to = await peopleAllowed(db, mayReply, { subject: stop, now })
  if (to.length === 0) return false
  const id = uuidv7()
  const shownFrom = dayIn(new Date(now.getTime() + days * dayMs))
  const { numInsertedOrUpdatedRows: inserted } = await db
    .insertInto('reply_right')
    .values({
      id,
      claim_id: stop.id,
      stopped_on: stop.stoppedOn!,
      organisation_id: stop.organisationId,
      told_at: now,
      shown_from: shownFrom,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted !== 1n) return false
  await audit(db, itself, {
    what: 'reply_right.open',
    subjectId: id,
    at: now,
    detail: { claim: stop.id, shownFrom },
  })
  const detail = { id, title: stop.innovation, region: stop.region, until: shownFrom }
  await notify(db, {
    kind: 'reply_asked',
    detail,
    to,
    at: now,
    once: `reply ${id} ${dateWords('en', shownFrom)}`,
  })
  return true
}
