/** How good a ranking of places within each group (an innovation at a time) was. */
export type RankingMeasures = {
  /** Pairs of an adopter and another of the same group that are ranked rightly, ties as one half. */
  auc: number
  /** Adopters among the first k, of k; mean over groups with an adopter. */
  precision: number
  /** One divided by the rank of the first adopter; mean over groups with an adopter. */
  reciprocalRank: number
}

/** Rows of each group from the highest score down; at each place of the order, where its block of equal scores ends. */
export type RankedRows = { order: Int32Array; group: ArrayLike<number>; ends: Int32Array }

/** Puts rows in order: by group, falling score and row. */
export function rankedRows(group: ArrayLike<number>, score: Float64Array): RankedRows {
  const order = Int32Array.from(score.keys())
  order.sort((a, b) => group[a]! - group[b]! || score[b]! - score[a]! || a - b)
  const ends = new Int32Array(order.length)
  for (let i = order.length - 1; i >= 0; i--) {
    const [a, b] = [order[i]!, order[i + 1]]
    ends[i] = b !== undefined && group[a] === group[b] && score[a] === score[b] ? ends[i + 1]! : i + 1
  }
  return { order, group, ends }
}

/**
 * Measures a ranking against who adopted (1 or 0 a row). Among rows of equal score every order is equally likely, and
 * precision and reciprocal rank are their means over these orders. `times` says how often a row stands there (whole
 * numbers), `weight` how often its group does.
 * Cost: O(rows).
 * @example rankingMeasures(rankedRows([0, 0, 0], Float64Array.of(3, 2, 1)), [0, 1, 0], { k: 2 }).auc // 0.5
 */
export function rankingMeasures(
  { order, group, ends }: RankedRows,
  adopted: ArrayLike<number>,
  { k, times, weight }: { k: number; times?: ArrayLike<number>; weight?: ArrayLike<number> },
): RankingMeasures {
  let [right, pairs, precision, reciprocal, groups] = [0, 0, 0, 0, 0]
  for (let i = 0; i < order.length;) {
    const g = group[order[i]!]
    const often = weight ? weight[order[i]!]! : 1
    let [yes, no, inOrder, hits, first] = [0, 0, 0, 0, 0]
    for (; i < order.length && group[order[i]!] === g;) {
      let [y, n] = [0, 0]
      for (const end = ends[i]!; i < end; i++) {
        const copies = times ? times[order[i]!]! : 1
        if (adopted[order[i]!]) y += copies
        else n += copies
      }
      if (y > 0) {
        hits += (Math.min(Math.max(k - yes - no, 0), y + n) * y) / (y + n)
        if (yes === 0) first = meanReciprocal(no, y, n)
      }
      inOrder += n * (yes + y / 2)
      yes += y
      no += n
    }
    if (yes === 0) continue
    right += often * inOrder
    pairs += often * yes * no
    precision += (often * hits) / Math.min(k, yes + no)
    reciprocal += often * first
    groups += often
  }
  return { auc: right / pairs, precision: precision / groups, reciprocalRank: reciprocal / groups }
}

/** Mean of 1 / rank of the first of `yes` that stand in any order among `no` others, `before` being ahead of all. */
function meanReciprocal(before: number, yes: number, no: number): number {
  let [left, sum] = [1, 0]
  for (let place = 0; place <= no && left > 1e-12; place++) {
    const here = yes / (yes + no - place)
    sum += (left * here) / (before + place + 1)
    left *= 1 - here
  }
  return sum
}
