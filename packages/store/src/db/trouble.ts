/**
 * An expected failure of the machine rather than of a person's request: the message is one or two sentences
 * that say what is wrong and what to do. Commands print it without a stack and leave with 1.
 */
export class Trouble extends Error {
  constructor(says: string, cause?: unknown) {
    super(says, cause === undefined ? undefined : { cause })
    this.name = 'Trouble'
  }
}

const DISK_FULL = 'The disk is full. Free some space and start again; everything that was confirmed is kept.'

const SENTENCES: Record<string, string> = {
  ENOSPC: DISK_FULL,
  EDQUOT: DISK_FULL,
  '53100': DISK_FULL,
  '53300': 'The database has no free connection left. Stop a program that uses it, or raise max_connections.',
  '53200': 'The database ran out of memory. Close other programs or give the machine more.',
  '57P01':
    'The database was stopped while it was in use. Start again; everything that was confirmed is kept.',
  '25006': 'The database accepts reads only. Point DATABASE_URL at the primary server.',
}

/**
 * The sentence for a known failure of disk or database, or null when the error is not one of them and its
 * stack should be seen. Looks through `cause`.
 */
export function explain(problem: unknown): string | null {
  if (problem instanceof Trouble) return problem.message
  if (!(problem instanceof Error)) return null
  const code = (problem as NodeJS.ErrnoException).code
  const sentence = code === undefined ? undefined : SENTENCES[code]
  if (sentence !== undefined) return sentence
  if (/No space left on device/i.test(problem.message)) return DISK_FULL
  return explain(problem.cause)
}
