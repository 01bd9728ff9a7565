import { wilsonInterval } from '@semai/analytics/numbers/wilson'
import type { WilsonInterval } from '@semai/analytics/numbers/wilson'
import type { CheckResult } from '@semai/domain/pulse/sample'
import { Refusal } from '@semai/domain/refusal'
import { createHash } from 'node:crypto'
import type { Db } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'

/** SHA-256 of a text in UTF-8, as lower-case hexadecimal: what draws and frame hashes are made with. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** What was found in a sample. Who could not be reached is not confirmed: the share is of all that were drawn. */
export type SampleResult = Record<CheckResult | 'open', number> & {
  /** The share confirmed with its limits at 95 per cent, once everything was checked. */
  confirmedShare: WilsonInterval | null
}

/** Counts what was found; `null` is not checked yet. */
export function sampleResult(results: readonly (CheckResult | null)[]): SampleResult {
  const count = (wanted: CheckResult | null) => results.filter((one) => one === wanted).length
  const [confirmed, open] = [count('confirmed'), count(null)]
  const isDone = open === 0 && results.length > 0
  return {
    confirmed,
    not_found: count('not_found'),
    unreachable: count('unreachable'),
    open,
    confirmedShare: isDone ? wilsonInterval(confirmed, results.length) : null,
  }
}

/** What rules ask of a sample. @throws Refusal not-found. */
export async function loadSample(db: Db, id: string, lock: 'for update' | 'no lock') {
  const row = isUuid(id)
    ? await db
        .selectFrom('pulse_sample')
        .select(['id', 'hub_id as hubId', 'title', 'published_at as publishedAt'])
        .where('id', '=', id)
        .$if(lock === 'for update', (query) => query.forUpdate())
        .executeTakeFirst()
    : undefined
  if (!row) throw noSuchSample()
  return row
}

/** The answer for a sample that is not there. */
export function noSuchSample(): Refusal {
  return new Refusal('not-found', { id: 'Uji petik ini tidak ada.', en: 'There is no such sample.' })
}
