import { schemaVersion } from '@semai/domain/exchange/record-parts'
import type { ResultRecord } from '@semai/domain/exchange/result-record'
import type { MeasuredIndicator } from '@semai/domain/monitoring/measured-indicator'
import { replicaResult } from '@semai/domain/monitoring/replica-results'
import type { Quarter } from '@semai/domain/monitoring/reporting-quarter'
import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'
import { comparedReplicas, measuredInnovation } from '../monitoring/compared-replicas.ts'
import type { ComparedReplica } from '../monitoring/compared-replicas.ts'

/**
 * What replicas of an innovation report of its indicators, as open records in order of their codes, those that report nothing
 * too. `after` is the code after which to go on. Two queries.
 * @throws Refusal not-found.
 */
export async function resultRecords(
  db: Db,
  actor: Actor,
  { code, after, limit }: { code: string; after: string | null; limit: number },
): Promise<ResultRecord[]> {
  const { innovation, indicators } = await measuredInnovation(db, actor, { code })
  const replicas = await comparedReplicas(db, innovation.id, { after, limit })
  return replicas.map((replica) => {
    const { code, name, slug, kind, regionCode, state } = replica
    return {
      schema_version: schemaVersion,
      replication: code,
      adopter: { slug, name, kind },
      region_code: regionCode,
      state: state as ResultRecord['state'], // the public scope lets no other through
      indicators: indicators.map((indicator) => recordOf(indicator, replica)),
    }
  })
}

function recordOf(
  indicator: MeasuredIndicator,
  replica: ComparedReplica,
): ResultRecord['indicators'][number] {
  const { key, name, unit, direction } = indicator
  const { standing, before, after, target } = replicaResult(indicator, replica)
  const { women = null, disability = null, remote = null } = after?.groups ?? {}
  return {
    key,
    name,
    unit,
    direction,
    standing,
    target,
    before: before && { value: before.value, quarter: before.quarter && quarterText(before.quarter) },
    after: after && {
      value: after.value,
      quarter: quarterText(after.quarter),
      everybody: after.all,
      women,
      disability,
      remote,
    },
  }
}

function quarterText({ year, quarter }: Quarter): string {
  return `${year}-${quarter}`
}
