/** How something went: done, or the code and the sentence of its refusal. */
export type Outcome = { code: string; says: string }

/** What became of it, as a value: a refusal is told apart from a bug by its code. */
export function outcomeOf(promise: Promise<unknown>): Promise<Outcome> {
  return promise.then(
    () => ({ code: 'done', says: '' }),
    (problem: { code?: string; message: string }) => ({ code: problem.code ?? 'bug', says: problem.message }),
  )
}

/** Two people begin at the same second, one with the text "satu", one with "dua": how it went, whose text won, what the other read. */
export async function atOnce(does: (which: 0 | 1, text: string) => Promise<unknown>) {
  const outcomes = await Promise.all([outcomeOf(does(0, 'satu')), outcomeOf(does(1, 'dua'))])
  const isFirst = outcomes[0].code === 'done'
  return {
    codes: outcomes.map(({ code }) => code).toSorted(),
    winner: isFirst ? 'satu' : 'dua',
    loserReads: outcomes[isFirst ? 1 : 0].says,
  }
}
