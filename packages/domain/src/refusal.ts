import { sameInBoth } from './text/says.ts'
import type { Says } from './text/says.ts'

/** A fault of one field of a form: its name, and the rule with the way out. */
export type FieldFault = { field: string; says: Says }

/**
 * An expected "no". Thrown by commands so the transaction rolls back; turned into a response in one place. The
 * sentence says what to do next, in both languages; `message` is the English one.
 */
export class Refusal extends Error {
  readonly code: 'not-found' | 'forbidden' | 'conflict' | 'invalid'
  readonly says: Says
  /** The fields that have to be mended, where the no is about some. */
  readonly faults: readonly FieldFault[]

  constructor(code: Refusal['code'], says: string | Says, faults: readonly FieldFault[] = []) {
    const both = typeof says === 'string' ? sameInBoth(says) : says
    super(both.en)
    this.name = 'Refusal'
    this.code = code
    this.says = both
    this.faults = faults
  }
}
