/** How a locus of a group stands: the combined score of what was written, and of its presentation; null where there is none. */
export type Standing = { locus: string; written: number | null; presented: number | null }

/** `tie`: shares the last place that an award goes to, so that the order alone does not say who gets it. */
export type Proposal = 'yes' | 'tie' | 'no'

/** A locus in the order of its group. `final` and `place` are null where it has no score to be ordered by. */
export type Placed = Standing & { final: number | null; place: number | null; proposal: Proposal }

/**
 * The order of a group and whom it proposes for its awards. With a share for the presentation those who presented come first, by
 * both scores together, and only they are proposed; without, the written score alone decides. Equal scores share a place.
 * @param presentationShare from 0 to 1.
 * @returns in order; those without a score last, as they came.
 * @example proposedAwards([{ locus: 'a', written: 80, presented: null }, { locus: 'b', written: 90, presented: null }],
 *   { awards: 1, presentationShare: 0 }).map(({ locus, proposal }) => [locus, proposal]) // [['b', 'yes'], ['a', 'no']]
 */
export function proposedAwards(
  standings: readonly Standing[],
  { awards, presentationShare }: { awards: number; presentationShare: number },
): Placed[] {
  const withFinal = standings.map((one) => ({ ...one, final: finalOf(one, presentationShare) }))
  const ordered = withFinal.toSorted(
    (a, b) => compare(b.final, a.final) || compare(b.written, a.written) || 0,
  )
  const finals = ordered.flatMap(({ final }) => final ?? [])
  const placeOf = (final: number) => 1 + finals.filter((other) => other > final + sameScore).length
  return ordered.map((one) => {
    if (one.final === null) return { ...one, place: null, proposal: 'no' }
    const place = placeOf(one.final)
    const sharing = finals.filter((other) => Math.abs(other - one.final!) <= sameScore).length
    const proposal = place > awards ? 'no' : place + sharing - 1 <= awards ? 'yes' : 'tie'
    return { ...one, place, proposal }
  })
}

/** Scores nearer than this are the same: what differs is rounding. */
const sameScore = 1e-9

function finalOf({ written, presented }: Standing, share: number): number | null {
  if (written === null) return null
  if (share === 0) return written
  return presented === null ? null : (1 - share) * written + share * presented
}

/** By size, nothing below everything. */
function compare(a: number | null, b: number | null): number {
  return (a ?? Number.NEGATIVE_INFINITY) === (b ?? Number.NEGATIVE_INFINITY)
    ? 0
    : (a ?? Number.NEGATIVE_INFINITY) - (b ?? Number.NEGATIVE_INFINITY)
}

/** Whether a decision departs from the order, so that it needs a reason: against it, or where it left the choice open. */
export function needsReason(proposal: Proposal, isAwarded: boolean): boolean {
  return proposal === 'tie' || (proposal === 'yes') !== isAwarded
}
