/** An expected "no". Thrown by commands so the transaction rolls back; turned into a response in one place. */
export class Refusal extends Error {
  readonly code: 'not-found' | 'forbidden' | 'conflict' | 'invalid'

  constructor(code: Refusal['code'], says: string) {
    super(says)
    this.name = 'Refusal'
    this.code = code
  }
}
