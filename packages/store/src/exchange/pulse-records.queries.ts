import type { PulseRecord } from '@semai/domain/exchange/pulse-record'
import { schemaVersion } from '@semai/domain/exchange/record-parts'
import { publicActor } from '@semai/domain/people/actor'
import { pulseState } from '@semai/domain/pulse/pulse'
import { dayIn } from '@semai/domain/time/clock'
import type { Db } from '../db/transaction.ts'
import { visiblePulses } from '../pulse/pulse-record.ts'

/**
 * Pulses as open records in order of their ids, whoever asks: when a replication was asked and what it said, and of nobody by
 * name. `after` is the id after which to go on. One query.
 */
export async function pulseRecords(
  db: Db,
  {
    after,
    limit,
    today,
    innovation,
    replication,
  }: {
    after: string | null
    limit: number
    today: string
    innovation?: string | undefined
    replication?: string | undefined
  },
): Promise<{ id: string; record: PulseRecord }[]> {
  const rows = await visiblePulses(db, publicActor)
    .select(['u.id', 'u.round', 'u.due_on as dueOn', 'u.until_on as untilOn', 'u.asked_at as askedAt'])
    .select(['u.answered_at as answeredAt', 'u.answer', 'u.way', 'r.code', 'i.code as innovationCode'])
    .select(['i.name as innovation', 'a.slug', 'a.name', 'a.kind'])
    .$if(after !== null, (query) => query.where('u.id', '>', after!))
    .$if(innovation !== undefined, (query) => query.where('i.code', '=', innovation!))
    .$if(replication !== undefined, (query) => query.where('r.code', '=', replication!))
    .orderBy('u.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    record: {
      schema_version: schemaVersion,
      replication: row.code,
      innovation: { code: row.innovationCode, name: row.innovation },
      adopter: { slug: row.slug, name: row.name, kind: row.kind },
      round: row.round,
      due_on: row.dueOn,
      until_on: row.untilOn,
      asked_on: row.askedAt && dayIn(row.askedAt),
      answered_on: row.answeredAt && dayIn(row.answeredAt),
      state: pulseState(row, today),
      way: row.way,
      answer: row.answer,
    },
  }))
}
