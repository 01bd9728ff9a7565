import type { RoundAnswers } from './round-question.ts'

/**
 * What two people wrote at a time, brought together: what one of them changed is taken, what both changed differently clashes and is
 * left to the one who saves last.
 * @param base what both began with; `theirs` was saved meanwhile.
 * @example mergedAnswers({ base: { q1: 'a' }, theirs: { q1: 'a', q2: 'b' }, mine: { q1: 'c' } })
 *   // { answers: { q1: 'c', q2: 'b' }, clashes: [] }
 */
export function mergedAnswers({
  base,
  theirs,
  mine,
}: {
  base: RoundAnswers
  theirs: RoundAnswers
  mine: RoundAnswers
}): { answers: RoundAnswers; clashes: string[] } {
  const keys = [...new Set([base, theirs, mine].flatMap((answers) => Object.keys(answers)))]
  const of = (answers: RoundAnswers, key: string) => (Object.hasOwn(answers, key) ? answers[key]! : '')
  const isMine = (key: string) => of(mine, key) !== of(base, key)
  const clashes = keys.filter(
    (key) => isMine(key) && of(theirs, key) !== of(base, key) && of(theirs, key) !== of(mine, key),
  )
  const merged = keys.map((key) => [key, of(isMine(key) ? mine : theirs, key)] as const)
  return { answers: Object.fromEntries(merged.filter(([, text]) => text !== '')), clashes }
}
