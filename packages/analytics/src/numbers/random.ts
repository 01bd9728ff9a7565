/** A stream of numbers that anyone who knows the seed can draw again. */
export type Random = {
  /** Uniform in [0, 1), 53 bits. */
  uniform(): number
  /** Standard normal. */
  normal(): number
  /** A whole number from 0 to below `limit`, without bias. */
  below(limit: number): number
  /** Puts the entries in a random order, in place (Fisher and Yates). */
  shuffle<List extends { length: number; [index: number]: unknown }>(list: List): List
  /** A stream of its own for part `index`: the same whatever was drawn before, so parts can be worked in any order. */
  branch(index: number): Random
}

/**
 * Starts the stream of a seed; text seeds are hashed (FNV-1a).
 * Source: xoshiro128** 1.1 (Blackman & Vigna 2018), its state filled by splitmix32.
 * @throws RangeError when the seed is not a finite number.
 * @example seededRandom(1).uniform() === seededRandom(1).uniform() // true
 */
export function seededRandom(seed: number | string): Random {
  const start = typeof seed === 'string' ? hashOf(seed) : numberSeed(seed)
  const bits = bitsFrom(start)
  const uniform = () => ((bits() >>> 5) * 67_108_864 + (bits() >>> 6)) / 9_007_199_254_740_992
  const below = (limit: number) => {
    if (!(limit >= 1 && limit <= 4_294_967_296)) throw new RangeError(`below: limit ${limit} is out of range`)
    const edge = 4_294_967_296 - (4_294_967_296 % limit)
    let drawn = bits()
    while (drawn >= edge) drawn = bits()
    return drawn % limit
  }
  let spare: number | null = null
  return {
    uniform,
    below,
    normal() {
      if (spare !== null) {
        const kept = spare
        spare = null
        return kept
      }
      const radius = Math.sqrt(-2 * Math.log(1 - uniform()))
      const angle = 2 * Math.PI * uniform()
      spare = radius * Math.sin(angle)
      return radius * Math.cos(angle)
    },
    shuffle(list) {
      for (let i = list.length - 1; i > 0; i--) {
        const j = below(i + 1)
        const held = list[i]
        list[i] = list[j]
        list[j] = held
      }
      return list
    },
    branch: (index) => seededRandom(`${start}/${index}`),
  }
}

function numberSeed(seed: number): number {
  if (!Number.isFinite(seed))
    throw new RangeError(`seededRandom: the seed must be a finite number, got ${seed}`)
  return Number.isInteger(seed) && Math.abs(seed) < 2 ** 31 ? seed >>> 0 : hashOf(String(seed))
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** 32 random bits a call, as a number from 0 to 2^32 - 1. */
function bitsFrom(seed: number): () => number {
  let filler = seed
  const fill = () => {
    filler = (filler + 0x9e3779b9) >>> 0
    let z = filler
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
    return (z ^ (z >>> 16)) >>> 0
  }
  const state = Uint32Array.of(fill(), fill(), fill(), fill())
  return () => {
    const [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = state
    const scrambled = Math.imul(s1, 5)
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0
    const t2 = s2 ^ s0
    const t3 = s3 ^ s1
    state[1] = s1 ^ t2
    state[0] = s0 ^ t3
    state[2] = t2 ^ (s1 << 9)
    state[3] = (t3 << 11) | (t3 >>> 21)
    return result
  }
}
