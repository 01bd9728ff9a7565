// @ts-check
// What a browser keeps of reports that were not sent yet: one entry of its storage for each, so that two pages never
// overwrite each other's list.

/** @typedef {{ key: string, state: 'typed' | 'waiting' | 'refused', at: number, person: string | null, name: string, fields: Record<string, string>, says?: string }} Kept */

/** What the name of each entry begins with; the key of the report follows. */
export const prefix = 'semai laporan '

/** @param {string} item */
export function read(item) {
  try {
    return localStorage.getItem(item)
  } catch {
    return null
  }
}

/** Whether the device took it. @param {string} item @param {string} value */
export function write(item, value) {
  try {
    localStorage.setItem(item, value)
    return true
  } catch {
    return false
  }
}

/** @param {string} item */
export function forget(item) {
  try {
    localStorage.removeItem(item)
  } catch {
    // never kept
  }
}

/** What is kept, the oldest first; what another page took away in the meantime is not there, what is broken is told. */
export function listKept() {
  /** @type {{ kept: Kept[], broken: string[] }} */
  const found = { kept: [], broken: [] }
  /** @type {string[]} */
  let items = []
  try {
    items = Object.keys(localStorage).filter((item) => item.startsWith(prefix))
  } catch {
    return found
  }
  for (const item of items) {
    const text = read(item)
    if (text === null) continue
    try {
      const one = /** @type {Kept} */ (JSON.parse(text))
      if (typeof one.key !== 'string' || typeof one.fields !== 'object' || one.fields === null)
        throw new Error()
      found.kept.push(one)
    } catch {
      found.broken.push(item)
    }
  }
  found.kept.sort((a, b) => a.at - b.at)
  return found
}

/** A key for a report, also where the browser makes none itself. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Reports in one request, and letters in all of them: what the site takes at once. */
const atOnce = 10
const mostLetters = 150_000

/** The first that fit into one request. @param {Kept[]} waiting */
export function batchOf(waiting) {
  let letters = 0
  return waiting.slice(0, atOnce).filter(({ fields }, i) => {
    letters += JSON.stringify(fields).length
    return i === 0 || letters <= mostLetters
  })
}
