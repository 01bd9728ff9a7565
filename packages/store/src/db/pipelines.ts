import type pg from 'pg'

/** Makes a connection that is open and set up. */
export type Connect = () => Promise<pg.Client>
type Statement = { name: string; text: string; values: unknown[] }

/** A connection that nothing was asked on for so long is closed: what lies between may forget it without a word. */
const idleMs = 10_000

/**
 * How many are on their way on one connection. The database goes on to the next without waiting for us; more would only
 * stand behind a slow one while another connection is free (measured: 2 gain a third of what 4 do).
 */
const sentAtOnce = 4

/** One connection, opened when first asked and again after it was lost. */
class Line {
  readonly #connect: Connect
  #client: Promise<pg.Client> | null = null
  #idle: NodeJS.Timeout | null = null
  sent = 0

  constructor(connect: Connect) {
    this.#connect = connect
  }

  async query<Row>(statement: Statement): Promise<Row[]> {
    const client = await (this.#client ??= this.#open())
    const { rows } = await client.query(statement)
    return rows as Row[]
  }

  /** Ends the connection once everything sent is answered; the next statement opens another. */
  async end(): Promise<void> {
    const client = this.#forget()
    await (await client?.catch(() => null))?.end()
  }

  #open(): Promise<pg.Client> {
    const opening = this.#connect()
    const lost = () => {
      if (this.#client === opening) this.#forget()
    }
    opening.then((client) => client.once('error', lost).once('end', lost), lost)
    this.#idle = setTimeout(() => void (this.sent === 0 ? this.end() : this.#idle?.refresh()), idleMs).unref()
    return opening
  }

  /** It was used just now. */
  touch(): void {
    this.#idle?.refresh()
  }

  #forget(): Promise<pg.Client> | null {
    if (this.#idle) clearTimeout(this.#idle)
    const client = this.#client
    this.#client = null
    return client
  }
}

/**
 * A few connections for statements that stand alone, sent one behind the other without waiting for the answer of the
 * one before. Each has its own answer or fault. Not for transactions: statements of different readers follow each other.
 */
export class Pipelines {
  readonly #lines: readonly Line[]
  readonly #waiting: ((line: Line) => void)[] = []
  #ended: (() => void) | null = null

  constructor(count: number, connect: Connect) {
    this.#lines = Array.from({ length: count }, () => new Line(connect))
  }

  /** Nothing is on its way: two statements at once are answered sooner than one after the other. */
  get isQuiet(): boolean {
    return this.#lines.every(({ sent }) => sent === 0)
  }

  /** @throws what the database answers, or Error after `end`. */
  async query<Row>(statement: Statement): Promise<Row[]> {
    if (this.#ended) throw new Error('These connections are closed.')
    const line = this.#free() ?? (await new Promise<Line>((done) => this.#waiting.push(done)))
    try {
      return await line.query<Row>(statement)
    } finally {
      this.#pass(line)
    }
  }

  /** Whatever was asked before is answered. */
  async end(): Promise<void> {
    const answered = new Promise<void>((done) => (this.#ended = done))
    if (this.#lines.some((line) => line.sent > 0)) await answered
    await Promise.all(this.#lines.map((line) => line.end()))
  }

  #free(): Line | null {
    const line = this.#lines.reduce((least, other) => (other.sent < least.sent ? other : least))
    if (line.sent >= sentAtOnce) return null
    line.sent += 1
    return line
  }

  /** The place on a line goes to who waits longest. */
  #pass(line: Line): void {
    const next = this.#waiting.shift()
    if (next !== undefined) return next(line)
    line.sent -= 1
    line.touch()
    if (this.isQuiet) this.#ended?.()
  }
}
