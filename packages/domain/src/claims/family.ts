import { strengthOn } from './claim.ts'
import type { Act, ClaimKind, Happening, Precision, ReplicationForm, Strength } from './claim.ts'

/** What a family tree reads of a claim. */
export type FamilyClaim = {
  innovationCode: string
  kind: ClaimKind
  happening: Happening
  latest: string
  precision: Precision
  strength: Act
  validUntil: string | null
  stoppedOn: string | null
  localName: string | null
  form: ReplicationForm | null
  /** Of the blueprint that it began with, where a replication says so. */
  version: number | null
  organisation: string
  organisationSlug: string
  regionCode: string
  provinceCode: string
}

/** One organisation in one place that took it over: a leaf of the tree. */
export type Replica = {
  organisation: string
  organisationSlug: string
  regionCode: string
  provinceCode: string
  /** Names it goes by there. */
  localNames: string[]
  /** The first date; null where only an upper bound is known. */
  since: { day: string; precision: Precision } | null
  /** The strongest of its claims on the day. */
  strength: Strength
  /** When it stopped, if nothing later says that it runs. */
  stoppedOn: string | null
  form: ReplicationForm | null
  version: number | null
  /** The origin itself, in its own place. */
  isOwn: boolean
}

const order: readonly Strength[] = ['not_updated', 'reported', 'declared', 'confirmed', 'verified']

/** The claims on one innovation as replicas, by date, those without one last. `own`: the slug of the origin. */
export function replicasOf(
  claims: readonly FamilyClaim[],
  { today, own }: { today: string; own: string },
): Replica[] {
  const groups = Map.groupBy(claims, (claim) => `${claim.organisationSlug} ${claim.regionCode}`)
  return [...groups.values()]
    .map((group) => replicaOf(group, { today, own }))
    .sort(
      (a, b) =>
        orderOf(a) - orderOf(b) || compare(a.since?.day, b.since?.day) || compare(a.regionCode, b.regionCode),
    )
}

/**
 * What an origin is credited with: replicas of others that somebody else verified, whose verification still holds and that
 * did not stop. Counted from claims alone, so that anybody can count it again.
 */
export function originCredit(replicas: readonly Replica[]): number {
  return replicas.filter(
    ({ strength, stoppedOn, isOwn }) => strength === 'verified' && stoppedOn === null && !isOwn,
  ).length
}

function replicaOf(claims: readonly FamilyClaim[], { today, own }: { today: string; own: string }): Replica {
  const [first] = claims
  const { organisation, organisationSlug, regionCode, provinceCode } = first!
  const begun = claims.filter(({ happening }) => happening !== 'stopped')
  const dated = begun
    .filter(({ precision }) => precision !== 'by')
    .sort((a, b) => compare(a.latest, b.latest))
  const strength = (begun.length > 0 ? begun : claims)
    .map((claim) => strengthOn(claim, today))
    .reduce((best, one) => (order.indexOf(one) > order.indexOf(best) ? one : best))
  const since = dated[0] ? { day: dated[0].latest, precision: dated[0].precision } : null
  return {
    organisation,
    organisationSlug,
    regionCode,
    provinceCode,
    localNames: [...new Set(claims.flatMap(({ localName }) => localName ?? []))],
    since,
    strength,
    stoppedOn: stopOf(claims),
    form: claims.find(({ form }) => form !== null)?.form ?? null,
    version: claims.find(({ version }) => version !== null)?.version ?? null,
    isOwn: organisationSlug === own,
  }
}

/** The last stop, unless a claim without a stop is later. */
function stopOf(claims: readonly FamilyClaim[]): string | null {
  const stops = claims.flatMap(
    (claim) => claim.stoppedOn ?? (claim.happening === 'stopped' ? claim.latest : []),
  )
  const last = stops.sort(compare).at(-1)
  if (last === undefined) return null
  const isRevived = claims.some(
    ({ stoppedOn, happening, latest }) => stoppedOn === null && happening !== 'stopped' && latest > last,
  )
  return isRevived ? null : last
}

function orderOf({ since }: Replica): number {
  return since === null ? 1 : 0
}

function compare(a: string | undefined, b: string | undefined): number {
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1
}
