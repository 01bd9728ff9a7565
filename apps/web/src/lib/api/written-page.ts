/** A page of a list whose rows come as JSON text from the database: sent as it is, neither read nor written again. */
export class WrittenPage {
  /** JSON text of an array. */
  readonly rows: string
  /** Cursor of the next page; null on the last. */
  readonly next: string | null

  constructor(rows: string, next: string | null) {
    this.rows = rows
    this.next = next
  }

  /** The answer as JSON text, with the two fields of every page. */
  text(): string {
    return `{"rows":${this.rows},"next":${JSON.stringify(this.next)}}`
  }
}
