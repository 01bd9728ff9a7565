/** Texts within bytes, numbered in order of appearance. */
export type InternedTexts = {
  /** The number of the text from `from` to below `end`: that of an equal one before, or the next. */
  idOf(from: number, end: number): number
  /** Where each text was first seen. */
  places(): [from: number, end: number][]
}

const [ZERO, NUMBERS] = [48, 2 ** 20]

/**
 * No text is made of a cell that was seen before. Whole numbers below a million, which most ids are, are looked up by
 * value; other texts in a hash table (open addressing, at most half full) whose keys stay where they are.
 */
export function internedTexts(bytes: Uint8Array): InternedTexts {
  const starts: number[] = []
  const ends: number[] = []
  let byNumber = new Int32Array(4096).fill(-1)
  const others = otherTexts(bytes, starts, ends)
  const add = (from: number, end: number) => {
    ends.push(end)
    return starts.push(from) - 1
  }
  return {
    idOf(from, end) {
      const value = smallNumber(bytes, from, end)
      if (value < 0) return others.find(from, end) ?? others.keep(add(from, end))
      while (value >= byNumber.length) byNumber = twice(byNumber)
      const id = byNumber[value]!
      return id >= 0 ? id : (byNumber[value] = add(from, end))
    },
    places: () => starts.map((from, id) => [from, ends[id]!]),
  }
}

/** The number these bytes write in the one usual way; -1 for another text or a larger number. */
function smallNumber(bytes: Uint8Array, from: number, end: number): number {
  if (end === from || end - from > 6 || (bytes[from] === ZERO && end - from > 1)) return -1
  let value = 0
  for (let i = from; i < end; i++) {
    const digit = bytes[i]! - ZERO
    if (digit < 0 || digit > 9) return -1
    value = 10 * value + digit
  }
  return value < NUMBERS ? value : -1
}

function otherTexts(bytes: Uint8Array, starts: readonly number[], ends: readonly number[]) {
  let slots = new Int32Array(1024).fill(-1)
  let size = 0
  const slotOf = (from: number, end: number) => {
    let hash = 0x811c9dc5
    for (let i = from; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193)
    let slot = (hash ^ (hash >>> 15)) & (slots.length - 1)
    while (
      slots[slot]! >= 0 &&
      !isSame(bytes, { from, end, start: starts[slots[slot]!]!, stop: ends[slots[slot]!]! })
    )
      slot = (slot + 1) & (slots.length - 1)
    return slot
  }
  return {
    find(from: number, end: number): number | null {
      const id = slots[slotOf(from, end)]!
      return id < 0 ? null : id
    },
    keep(id: number): number {
      if (2 * ++size > slots.length) {
        const before = slots.filter((one) => one >= 0)
        slots = new Int32Array(2 * slots.length).fill(-1)
        for (const one of before) slots[slotOf(starts[one]!, ends[one]!)] = one
      }
      slots[slotOf(starts[id]!, ends[id]!)] = id
      return id
    },
  }
}

function isSame(
  bytes: Uint8Array,
  { from, end, start, stop }: Record<'from' | 'end' | 'start' | 'stop', number>,
) {
  if (stop - start !== end - from) return false
  for (let i = from; i < end; i++) if (bytes[i] !== bytes[start + i - from]) return false
  return true
}

function twice(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * list.length).fill(-1)
  larger.set(list)
  return larger
}
