const Platform = globalThis.Headers

/** What neither the platform would refuse nor change: a name in small letters, a value without blanks around it. */
const usualName = /^[a-z0-9!#$%&'*+.^_`|~-]+$/
const usualValue = /^[\x21-\x7e\x80-\xff](?:[\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?$/

/**
 * Headers of one message as a plain map. The platform's convert and check each name and value anew at every call, and
 * sort the list whenever it is read: for an answer of ours that took longer than writing them out. What is not usual
 * (capitals, blanks, signs no header may have) is read, and refused, by the platform's.
 */
export class WrittenHeaders {
  /** Values by name; cookies are kept apart, since each is a header of its own. */
  readonly #values = new Map<string, string>()
  #cookies: string[] = []

  constructor(init?: Iterable<readonly [string, unknown]> | Readonly<Record<string, unknown>>) {
    if (init === undefined) return
    if (init instanceof WrittenHeaders) {
      this.#values = new Map(init.#values)
      this.#cookies = [...init.#cookies]
    } else {
      const pairs = Symbol.iterator in init ? (init as Iterable<[string, unknown]>) : Object.entries(init)
      for (const [name, value] of pairs) this.append(name, value)
    }
  }

  append(name: string, value: unknown): void {
    const [known, text] = usual(name, value)
    if (known === 'set-cookie') {
      this.#cookies.push(text)
      return
    }
    const before = this.#values.get(known)
    this.#values.set(known, before === undefined ? text : `${before}, ${text}`)
  }

  set(name: string, value: unknown): void {
    const [known, text] = usual(name, value)
    if (known === 'set-cookie') this.#cookies = [text]
    else this.#values.set(known, text)
  }

  delete(name: string): void {
    if (nameOf(name) === 'set-cookie') this.#cookies = []
    else this.#values.delete(nameOf(name))
  }

  get(name: string): string | null {
    const known = nameOf(name)
    if (known === 'set-cookie') return this.#cookies.length > 0 ? this.#cookies.join(', ') : null
    return this.#values.get(known) ?? null
  }

  has(name: string): boolean {
    const known = nameOf(name)
    return known === 'set-cookie' ? this.#cookies.length > 0 : this.#values.has(known)
  }

  getSetCookie(): string[] {
    return [...this.#cookies]
  }

  forEach(work: (value: string, name: string, all: Headers) => void): void {
    for (const [name, value] of this) work(value, name, this as unknown as Headers)
  }

  *entries(): Generator<[string, string]> {
    for (const name of [...this.#values.keys(), ...(this.#cookies.length > 0 ? ['set-cookie'] : [])].sort()) {
      if (name === 'set-cookie') for (const cookie of this.#cookies) yield [name, cookie]
      else yield [name, this.#values.get(name)!]
    }
  }

  *keys(): Generator<string> {
    for (const [name] of this) yield name
  }

  *values(): Generator<string> {
    for (const [, value] of this) yield value
  }

  [Symbol.iterator](): Generator<[string, string]> {
    return this.entries()
  }

  /** Name, value, name, value … in the order they were set, as `writeHead` takes them. */
  lines(): string[] {
    const lines: string[] = []
    for (const [name, value] of this.#values) lines.push(name, value)
    for (const cookie of this.#cookies) lines.push('set-cookie', cookie)
    return lines
  }
}

function nameOf(name: string): string {
  return usualName.test(name) ? name : name.toLowerCase()
}

/** A name and a value as headers keep them. @throws TypeError for what no header may hold. */
function usual(name: string, value: unknown): [name: string, value: string] {
  if (typeof value === 'string' && usualName.test(name) && usualValue.test(value)) return [name, value]
  return [...new Platform([[name, String(value)]])][0]!
}
