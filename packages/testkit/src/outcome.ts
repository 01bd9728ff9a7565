/** How something went: done, or the code and the sentence of its refusal. */
export type Outcome = { code: string; says: string }

type Problem = { code?: string; message: string }

/** What became of it, as a value: a refusal is told apart from a bug by its code. */
export function outcomeOf(promise: Promise<unknown>): Promise<Outcome> {
  return promise.then(
    () => ({ code: 'done', says: '' }),
    (problem: Problem) => ({ code: problem.code ?? 'bug', says: problem.message }),
  )
}

/** `done`, or the code of the refusal; of a bug what it says, so that a test that fails shows it. */
export function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'done',
    (problem: Problem) => problem.code ?? problem.message,
  )
}
