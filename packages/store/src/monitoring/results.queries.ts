import { effectPanel } from '@semai/domain/monitoring/effect-panel'
import type { MeasuredIndicator } from '@semai/domain/monitoring/measured-indicator'
import {
  groupReach,
  replicaResult,
  resultFinding,
  standingCounts,
} from '@semai/domain/monitoring/replica-results'
import type { ReplicaResult } from '@semai/domain/monitoring/replica-results'
import { resultSheet } from '@semai/domain/monitoring/result-sheet'
import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'
import { plainCsv } from '../exchange/plain-csv.ts'
import { comparedReplicas, measuredInnovation } from './compared-replicas.ts'
import type { ComparedReplica } from './compared-replicas.ts'
import { keptEffect } from './region-effect.ts'
import type { RegionEffect } from './region-effect.ts'

/** A replica's result with whose it is. */
export type NamedResult = ReplicaResult & Pick<ComparedReplica, 'name' | 'region' | 'state'>

/** What replicas of an innovation report of one indicator, whoever asks: verified reports only. */
export type IndicatorResults = {
  indicator: MeasuredIndicator
  results: NamedResult[]
  counts: ReturnType<typeof standingCounts>
  finding: ReturnType<typeof resultFinding>
  groups: ReturnType<typeof groupReach>
  effect: RegionEffect
}

/**
 * The indicators of an innovation's newest blueprint with what its replicas report of each, the same for every reader. Those
 * that report nothing are among the results. Two queries.
 * @param regions how many institutions must have begun before an effect is computed.
 * @throws Refusal not-found.
 * Cost: that of the effect of each indicator, where its values were not computed before.
 */
export async function innovationResults(
  db: Db,
  actor: Actor,
  { slug, regions }: { slug: string; regions: number },
) {
  const { innovation, indicators } = await measuredInnovation(db, actor, { slug })
  const replicas = await comparedReplicas(db, innovation.id)
  const found = indicators.map((indicator): IndicatorResults => {
    const results = namedResults(indicator, replicas)
    return {
      indicator,
      results,
      counts: standingCounts(results),
      finding: resultFinding(results, indicator.direction),
      groups: groupReach(results),
      effect: keptEffect(effectPanel(indicator, replicas), regions),
    }
  })
  return { innovation, replicas: replicas.length, indicators: found }
}
export type InnovationResults = Awaited<ReturnType<typeof innovationResults>>

/** The same values as CSV, a line for each indicator and replica. Two queries. @throws Refusal not-found. */
export async function resultsCsv(db: Db, actor: Actor, slug: string): Promise<string> {
  const { innovation, indicators } = await measuredInnovation(db, actor, { slug })
  const replicas = await comparedReplicas(db, innovation.id)
  const found = indicators.map((indicator) => ({ indicator, results: namedResults(indicator, replicas) }))
  const sheet = resultSheet(innovation, found)
  return plainCsv(sheet)
}

function namedResults(indicator: MeasuredIndicator, replicas: readonly ComparedReplica[]): NamedResult[] {
  return replicas.map((replica) => {
    const { name, region, state } = replica
    return { ...replicaResult(indicator, replica), name, region, state }
  })
}
