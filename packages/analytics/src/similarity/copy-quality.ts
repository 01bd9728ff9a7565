/** What a text really is. A replica says where it comes from; the other two have no source in the collection. */
export type CopyLabel = 'copy' | 'replica_disclosed' | 'same_problem_different_solution' | 'unrelated'

/** One text as labelled, and what was said of it. */
export type JudgedCopy = {
  label: CopyLabel
  sourceId: string | null
  /** 1 (nearly the source's words) to 5 (retold from end to end); null where it says nothing. */
  degree: number | null
  copy: boolean
  /** Ids of likely sources, best first. */
  ranking: readonly string[]
}

export type Count = { right: number; of: number }

export type CopyQuality = {
  /** Of what was flagged: copies with the right source first. null when nothing was. */
  precision: number | null
  /** Of the copies: those flagged with the right source first. null when there are none. */
  recall: number | null
  flagged: Count
  found: Count
  /** Copies found by degree of rewording. */
  byDegree: Record<string, Count>
  /** What was flagged in error, by label; `copy` means flagged with a wrong source. */
  falseAlarms: Partial<Record<CopyLabel, number>>
  /** Texts with a source for which it came first, and among the first three. */
  sourceAt1: Count
  sourceAt3: Count
}

/**
 * How good verdicts on labelled texts are. A copy flagged with a wrong source is both missed and a false alarm.
 * @throws RangeError when there are no texts.
 * @example copyQuality([{ label: 'copy', sourceId: 'x', degree: 1, copy: true, ranking: ['x'] }]).precision // 1
 */
export function copyQuality(judged: readonly JudgedCopy[]): CopyQuality {
  if (judged.length === 0) throw new RangeError('copyQuality: there are no texts')
  const isFound = ({ label, copy, ranking, sourceId }: JudgedCopy) =>
    label === 'copy' && copy && ranking[0] === sourceId
  const copies = judged.filter(({ label }) => label === 'copy')
  const withSource = judged.filter(({ sourceId }) => sourceId !== null)
  const flagged = count(
    judged.filter(({ copy }) => copy),
    isFound,
  )
  const found = count(copies, isFound)
  const byDegree: Record<string, Count> = {}
  for (const [degree, own] of Map.groupBy(copies, (one) => String(one.degree ?? '')))
    byDegree[degree] = count(own, isFound)
  const falseAlarms: CopyQuality['falseAlarms'] = {}
  for (const one of judged)
    if (one.copy && !isFound(one)) falseAlarms[one.label] = (falseAlarms[one.label] ?? 0) + 1
  const within = (places: number) =>
    count(withSource, ({ ranking, sourceId }) => ranking.slice(0, places).includes(sourceId!))
  return {
    precision: share(flagged),
    recall: share(found),
    flagged,
    found,
    byDegree,
    falseAlarms,
    sourceAt1: within(1),
    sourceAt3: within(3),
  }
}

function count(judged: readonly JudgedCopy[], isRight: (one: JudgedCopy) => boolean): Count {
  return { right: judged.filter(isRight).length, of: judged.length }
}

function share({ right, of }: Count): number | null {
  return of === 0 ? null : right / of
}
