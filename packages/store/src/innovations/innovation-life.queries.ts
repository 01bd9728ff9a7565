import { innovationLifecycle } from '@semai/domain/innovations/innovation.lifecycle'
import { handoverLifecycle, mayHandOver } from '@semai/domain/innovations/innovation-handover.lifecycle'
import { mayMerge } from '@semai/domain/innovations/merging'
import { mayAnswer, mayAsk } from '@semai/domain/innovations/still-running'
import { offeredSteps } from '@semai/domain/lifecycle'
import { itsHub, itsOwnPeople, anyOf, rule } from '@semai/domain/people/access'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'
import { reasonChoices } from '../reasons/reason-list.ts'
import { loadHandover, nextInCharge, visibleHandovers } from './innovation-handover.queries.ts'
import { ownedInnovation } from './owned-innovation.ts'

/** Who sees the life of a record with its reasons and names: its own people, its hub, and those who manage all. */
export const seesLife = anyOf(
  itsOwnPeople,
  itsHub,
  rule<unknown>({ id: 'pengelola bersama dan auditor', en: 'co-managers and auditors' }, ({ grants }) =>
    grants.some(({ role }) => ['co_manager', 'secretariat', 'auditor'].includes(role)),
  ),
)

/**
 * The page on which an innovation is looked after: its stage and steps, its history, who is in charge, and what this
 * person may do. Six queries.
 * @throws Refusal not-found, also for whoever may not see it.
 */
export async function lifePage(db: Db, actor: Actor, { slug, now }: { slug: string; now: Date }) {
  const innovation = await ownedInnovation(db, actor, { slug }, 'no lock')
  if (!seesLife.allows(actor, innovation)) throw notHere()
  const [reasons, parts, handover, people] = await Promise.all([
    reasonChoices(db),
    partsOf(db, innovation.id),
    openHandover(db, actor, { innovationId: innovation.id, now }),
    mayHandOver.allows(actor, innovation)
      ? nextInCharge(db, { organisationId: innovation.organisationId, now })
      : [],
  ])
  return {
    ...innovation,
    ...parts,
    handover,
    people: people.filter(({ id }) => id !== innovation.stewardId),
    steps: offeredSteps(innovationLifecycle, { subject: innovation, actor, now, reasons }),
    mayAnswer: mayAnswer.allows(actor, innovation),
    mayAsk: mayAsk.allows(actor, innovation),
    isOwn: itsOwnPeople.allows(actor, innovation),
    mayMerge: mayMerge.allows(actor, { from: innovation, into: innovation }),
  }
}
export type LifePage = Awaited<ReturnType<typeof lifePage>>

async function openHandover(
  db: Db,
  actor: Actor,
  { innovationId, now }: { innovationId: string; now: Date },
) {
  const open = await visibleHandovers(db, actor)
    .innerJoin('person as p', 'p.id', 'h.to_person')
    .select(['h.id', 'h.note', 'h.offered_at as offeredAt', 'p.name as to'])
    .where('h.innovation_id', '=', innovationId)
    .where('h.state', '=', 'offered')
    .executeTakeFirst()
  if (!open) return null
  const subject = await loadHandover(db, actor, { id: open.id, now, lock: 'no lock' })
  return { ...open, steps: offeredSteps(handoverLifecycle, { subject, actor, now }) }
}

/** History of the record, newest first: steps, answers, versions, hand-overs, merges; at most a hundred of each. */
async function partsOf(db: Db, id: string) {
  const person = (column: string) =>
    sql<string | null>`(select name from person where id = ${sql.ref(column)})`.as('by')
  const rows = await db
    .selectFrom('innovation as i')
    .leftJoin('person as s', 's.id', 'i.steward_id')
    .select(['s.name as steward', 's.post as stewardPost'])
    .select([
      jsonArrayFrom(
        db
          .selectFrom('innovation_step as t')
          .select([
            't.step',
            't.reason_code as code',
            't.reason',
            't.happened_on as happenedOn',
            't.at',
            person('t.person_id'),
          ])
          .where('t.innovation_id', '=', id)
          .orderBy('t.at', 'desc')
          .orderBy('t.ordinal', 'desc')
          .limit(100),
      ).as('stepsTaken'),
      jsonArrayFrom(
        db
          .selectFrom('innovation_answer as a')
          .select(['a.answer', 'a.way', 'a.note', 'a.name', 'a.post', 'a.at', person('a.person_id')])
          .where('a.innovation_id', '=', id)
          .orderBy('a.at', 'desc')
          .limit(100),
      ).as('answers'),
      jsonArrayFrom(
        db
          .selectFrom('innovation_version as v')
          .select(['v.number', 'v.published_at as at', person('v.published_by')])
          .where('v.innovation_id', '=', id)
          .orderBy('v.number', 'desc')
          .limit(100),
      ).as('versions'),
      jsonArrayFrom(
        db
          .selectFrom('innovation_merge as m')
          .innerJoin('innovation as gone', 'gone.id', 'm.from_id')
          .select(['gone.name', 'gone.code', 'm.reason', 'm.at', person('m.person_id')])
          .where('m.into_id', '=', id)
          .orderBy('m.at', 'desc')
          .limit(100),
      ).as('merges'),
    ])
    .where('i.id', '=', id)
    .executeTakeFirstOrThrow()
  return rows
}

function notHere(): Refusal {
  return new Refusal('not-found', {
    id: 'Halaman ini hanya untuk instansi pemiliknya, hub, dan pengelola bersama.',
    en: 'This page is for the agency that owns it, its hub, and co-managers.',
  })
}
