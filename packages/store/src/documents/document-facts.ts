import type { ReplicationFacts } from '@semai/domain/documents/document-parts'
import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { decisionFacts } from './decision-facts.ts'
import { loadReplication } from '../replications/replication-record.ts'
import type { LoadedReplication } from '../replications/replication-record.ts'

/**
 * What the documents of a replication are written from, with what rules ask of it. Two queries, and two more for the
 * minute of the need that it answers.
 * @throws Refusal not-found.
 */
export async function documentFacts(db: Db, actor: Actor, { code, now }: { code: string; now: Date }) {
  const replication = await loadReplication(db, actor, { code, now, lock: 'no lock' })
  const { choiceNumber, choiceOn, letterNumber, letterOn, needId, ...row } = await around(db, replication)
  const { localName, legalBasis, budgetLine, procedure, innovation } = replication
  const { innovationId } = replication
  const facts: ReplicationFacts = {
    ...row,
    localName,
    legalBasis,
    budgetLine,
    procedure,
    innovation,
    adopter: replication.adopterName,
    form: replication.declaredForm,
    choice: { number: choiceNumber, day: choiceOn },
    interest: { number: letterNumber, day: letterOn },
    decision: needId === null ? null : await decisionFacts(db, { needId, innovationId }),
  }
  return { replication, facts }
}

function around(db: Db, { id, hubIds }: LoadedReplication) {
  return db
    .selectFrom('replication as r')
    .innerJoin('innovation as i', 'i.id', 'r.innovation_id')
    .innerJoin('organisation as origin', 'origin.id', 'i.organisation_id')
    .innerJoin('organisation as o', 'o.id', 'r.institution_id')
    .leftJoin('region as place', 'place.code', 'r.region_code')
    .leftJoin('replication_milestone as choice', (join) =>
      join.onRef('choice.replication_id', '=', 'r.id').on('choice.kind', '=', 'choice'),
    )
    .leftJoin('replication_milestone as letter', (join) =>
      join.onRef('letter.replication_id', '=', 'r.id').on('letter.kind', '=', 'interest_letter'),
    )
    .select(['origin.name as origin', 'o.name as institution', 'i.summary', 'place.name as region', 'r.year'])
    .select('r.need_id as needId')
    .select(['choice.number as choiceNumber', 'choice.reached_on as choiceOn'])
    .select(['letter.number as letterNumber', 'letter.reached_on as letterOn'])
    .select(
      sql<
        string | null
      >`(select name from organisation where id = any(${hubIds}::uuid[]) order by name limit 1)`.as('hub'),
    )
    .where('r.id', '=', id)
    .executeTakeFirstOrThrow()
}
