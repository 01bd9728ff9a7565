import { linkNames } from '@semai/domain/action-plans/budget-chain'
import type { RecordedLink } from '@semai/domain/action-plans/budget-chain'
import { publicActor } from '@semai/domain/people/actor'
import { replicationLifecycle } from '@semai/domain/replications/replication.lifecycle'
import type { Evidence, EvidenceRecord } from '@semai/domain/scaling/readiness'
import type { Says } from '@semai/domain/text/says'
import { dayIn } from '@semai/domain/time/clock'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'
import { visibleReplications } from '../replications/visible-replications.ts'

type OfReplications = Pick<
  Evidence,
  'demand' | 'institutionalised' | 'adapted' | 'commitment' | 'funded' | 'reported'
>

/** What public replications are evidence of: demand, money, promises, results that were checked, a footing of their own. One query. */
export async function evidenceOfReplications(db: Db, innovationId: string): Promise<OfReplications> {
  const rows = await replicationsOf(db, innovationId)
  const inStates = (...states: string[]) => rows.filter(({ state }) => states.includes(state))
  const changed = inStates('running', 'institutionalised').filter(
    ({ form }) => form === 'adaptation' || form === 'modification',
  )
  return {
    demand: inStates('preparing', 'implementing').map(recordOf),
    institutionalised: inStates('institutionalised').map(recordOf),
    adapted: changed.map(recordOf),
    commitment: rows.flatMap((row) =>
      row.commitments.map(({ number, on }) => ({
        says: said(row, { id: `komitmen ${number}`, en: `commitment ${number}` }),
        link: `/replikasi/${row.code}/anggaran`,
        on,
      })),
    ),
    funded: rows.flatMap((row) =>
      row.money.map(({ link, year, on }) => {
        const { id, en } = linkNames[link]
        const says = said(row, { id: `${id} ${year}`, en: `${en} ${year}` })
        return { says, link: `/replikasi/${row.code}/anggaran`, on }
      }),
    ),
    reported: rows.flatMap((row) =>
      row.reports.map(({ id, year, quarter }) => ({
        says: said(row, { id: `triwulan ${quarter} ${year}`, en: `quarter ${quarter} of ${year}` }),
        link: `/replikasi/${row.code}/laporan/${id}`,
        on: null,
      })),
    ),
  }
}

function replicationsOf(db: Db, innovationId: string) {
  const reports = db
    .selectFrom('quarterly_report as q')
    .select(['q.id', 'q.year', 'q.quarter'])
    .where(sql<boolean>`q.replication_id = r.id`)
    .where('q.state', '=', 'verified')
    .orderBy('q.year', 'desc')
    .orderBy('q.quarter', 'desc')
  const commitments = db
    .selectFrom('commitment as k')
    .select(['k.number', 'k.signed_on as on'])
    .where(sql<boolean>`k.replication_id = r.id`)
    .where('k.withdrawn_at', 'is', null)
    .orderBy('k.signed_on', 'desc')
  const money = db
    .selectFrom('budget_link as b')
    .select([sql<RecordedLink>`b.link`.as('link'), 'b.year', 'b.dated as on'])
    .where(sql<boolean>`b.replication_id = r.id`)
    .where('b.link', 'in', ['dpa', 'dipa', 'rkap', 'realisation'])
    .where('b.amount', '>', 0)
    .orderBy('b.year', 'desc')
    .orderBy('b.link')
  return visibleReplications(db, publicActor)
    .select(['r.code', 'r.state', 'r.declared_form as form', 'r.moved_at as movedAt', 'a.name as adopter'])
    .select([jsonArrayFrom(reports).as('reports'), jsonArrayFrom(commitments).as('commitments')])
    .select(jsonArrayFrom(money).as('money'))
    .where('r.innovation_id', '=', innovationId)
    .orderBy('r.moved_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(2_000)
    .execute()
}

type Row = Awaited<ReturnType<typeof replicationsOf>>[number]

function recordOf(row: Row): EvidenceRecord {
  const says = said(row, replicationLifecycle.states[row.state])
  return { says, link: `/replikasi/${row.code}`, on: dayIn(row.movedAt) }
}

function said({ adopter }: Row, { id, en }: Says): Says {
  return { id: `${adopter}: ${id}`, en: `${adopter}: ${en}` }
}
