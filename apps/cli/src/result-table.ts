type Result = { id: string; name: string; score: number }

/** What a program reads of results: code and score, in order. */
export function scores(results: readonly Result[]): { id: string; score: number }[] {
  return results.map(({ id, score }) => ({ id, score }))
}

/** What a person reads of results: rank, code, score, name. */
export function asTable(results: readonly Result[]): string {
  const width = Math.max(...results.map(({ id }) => id.length))
  return results
    .map(({ id, score, name }, index) => {
      const rank = String(index + 1).padStart(3)
      return `${rank}  ${id.padEnd(width)}  ${score.toFixed(3).padStart(7)}  ${name}`
    })
    .join('\n')
}
