import { strengthOn } from '@semai/domain/claims/claim'
import { publicActor } from '@semai/domain/people/actor'
import type { RegionKind } from '@semai/domain/regions/region'
import type { Evidence, EvidenceRecord } from '@semai/domain/scaling/readiness'
import type { Says } from '@semai/domain/text/says'
import { sameInBoth } from '@semai/domain/text/says'
import { daysBetween } from '@semai/domain/time/clock'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleClaims } from '../spread/visible-claims.ts'

/** So many days after its first day something is said to last. */
const lastingDays = 365

/** What claims of others than the origin are evidence of: that it runs, was verified, in which settings, and lasts. One query. */
export async function evidenceOfClaims(
  db: Db,
  innovationId: string,
  today: string,
): Promise<Pick<Evidence, 'running' | 'verified' | 'settings' | 'lasting'>> {
  const claims = await elsewhere(db, innovationId)
  const running = claims.filter(
    (claim) => claim.stoppedOn === null && strengthOn(claim, today) !== 'not_updated',
  )
  const settings = Map.groupBy(running, ({ place, isUnderdeveloped }) =>
    isUnderdeveloped ? 'underdeveloped' : place,
  )
  return {
    running: running.map(recordOf),
    verified: running.filter((claim) => strengthOn(claim, today) === 'verified').map(recordOf),
    settings: [...settings].map(([setting, [one]]) => ({
      ...recordOf(one!),
      says: settingSays(setting, one!.region),
    })),
    lasting: running
      .filter(({ latest, lastSeen }) => lastSeen !== null && daysBetween(latest, lastSeen) >= lastingDays)
      .map(recordOf),
  }
}

/** Dated claims of other organisations, newest first; at most 2,000. */
function elsewhere(db: Db, innovationId: string) {
  return visibleClaims(db, publicActor)
    .innerJoin('innovation as i', 'i.id', 'c.innovation_id')
    .innerJoin('organisation as a', 'a.id', 'c.organisation_id')
    .innerJoin('region as g', 'g.code', 'c.region_code')
    .select(['c.id', 'c.kind', 'c.latest', 'c.strength', 'c.valid_until as validUntil'])
    .select(['c.stopped_on as stoppedOn', 'a.name as adopter', 'g.name as region'])
    .select(sql<RegionKind>`g.kind`.as('place'))
    .select(
      sql<string | null>`(select max(t.acted_on)::text from claim_act t where t.claim_id = c.id)`.as(
        'lastSeen',
      ),
    )
    .select(
      sql<boolean>`exists (select from region_attribute t where t.region_code = c.region_code
        and t.attribute = 'underdeveloped' and t.value = 1)`.as('isUnderdeveloped'),
    )
    .where('c.innovation_id', '=', innovationId)
    .where(sql<boolean>`c.organisation_id <> i.organisation_id`)
    .where('c.precision', '<>', 'by')
    .where('c.happening', '<>', 'stopped')
    .orderBy('c.latest', 'desc')
    .orderBy('c.id')
    .limit(2_000)
    .execute()
}

type Elsewhere = Awaited<ReturnType<typeof elsewhere>>[number]

function recordOf({ id, adopter, region, latest }: Elsewhere): EvidenceRecord {
  const says = sameInBoth(adopter.includes(region) ? adopter : `${adopter}, ${region}`)
  return { says, link: `/klaim/${id}`, on: latest }
}

const settingNames: Record<RegionKind | 'underdeveloped', Says> = {
  province: { id: 'provinsi', en: 'a province' },
  regency: { id: 'kabupaten', en: 'a regency' },
  city: { id: 'kota', en: 'a city' },
  underdeveloped: { id: 'daerah tertinggal', en: 'an underdeveloped region' },
}

function settingSays(setting: RegionKind | 'underdeveloped', region: string): Says {
  const name = settingNames[setting]
  return { id: `Di ${name.id}, misalnya ${region}`, en: `In ${name.en}, such as ${region}` }
}
