/** Texts that speak of the same: their places in the list that was given, and the words that lead, heaviest first. */
export type WordTheme = { members: number[]; words: string[] }

export type WordThemeOptions = {
  /** The fewest texts of a theme, and the fewest texts a word must stand in to count; a whole number from 2. */
  least?: number
  /** How much alike a text and its theme must be: the least cosine, from 0 to 1. */
  likeness?: number
  /** The most themes. */
  most?: number
  /** How many leading words are named. */
  leading?: number
}

type Vector = ReadonlyMap<string, number>

const rounds = 8
/** Themes more alike than this are one. */
const same = 0.5

/**
 * Texts, each given as its words, grouped into themes. Seeds are the words that weigh most among texts not yet spoken
 * for; texts then move to the nearest theme for some rounds, and themes that came to be alike are joined. The order of
 * the texts changes nothing but the numbers of the members. A word of fewer than `least` texts never counts, and so
 * never names a theme.
 *
 * @returns themes, largest first; and the places of texts in none.
 * @throws RangeError when an option lies outside its range.
 * Cost: O(rounds · themes · words) for all words of all texts.
 * Source: tf–idf weighting (Spärck Jones 1972) and spherical k-means (Dhillon & Modha 2001, Machine Learning 42);
 *   the choice of seeds is ours.
 * @example wordThemes([['road', 'hole'], ['hole', 'road'], ['water', 'dry'], ['dry', 'water'], ['cat']], { least: 2 })
 *   .themes.map(({ members }) => members) // [[2, 3], [0, 1]]
 */
export function wordThemes(
  texts: readonly (readonly string[])[],
  { least = 3, likeness = 0.2, most = 60, leading = 3 }: WordThemeOptions = {},
): { themes: WordTheme[]; alone: number[] } {
  if (!Number.isInteger(least) || least < 2)
    throw new RangeError(`wordThemes: least must be a whole number from 2, got ${least}`)
  if (!(likeness > 0 && likeness <= 1))
    throw new RangeError(`wordThemes: likeness must be above 0 and at most 1, got ${likeness}`)
  const vectors = weighted(texts, least)
  let centres = seeds(vectors, { least, likeness, most })
  let groups: number[][] = []
  for (let round = 0; round < rounds; round++) {
    groups = assign(vectors, centres, likeness).filter(({ length }) => length >= least)
    centres = joined(groups.map((members) => centreOf(members.map((i) => vectors[i]!))))
  }
  groups = assign(vectors, centres, likeness)
  const themes = groups
    .map((members, i) => ({ members, words: heaviest(centres[i]!, leading) }))
    .filter(({ members }) => members.length >= least)
    .toSorted(
      (a, b) => b.members.length - a.members.length || (a.words.join(' ') < b.words.join(' ') ? -1 : 1),
    )
  const placed = new Set(themes.flatMap(({ members }) => members))
  return { themes, alone: texts.flatMap((_, i) => (placed.has(i) ? [] : [i])) }
}

/** Texts as vectors of length 1: (1 + log count) · log of how rare the word is. */
function weighted(texts: readonly (readonly string[])[], least: number): Vector[] {
  const counts = texts.map((words) => {
    const count = new Map<string, number>()
    for (const word of words) count.set(word, (count.get(word) ?? 0) + 1)
    return count
  })
  const spread = new Map<string, number>()
  for (const count of counts) for (const word of count.keys()) spread.set(word, (spread.get(word) ?? 0) + 1)
  return counts.map((count) => {
    const weights = [...count].flatMap(([word, times]): [string, number][] => {
      const inTexts = spread.get(word)!
      const rare = Math.log((texts.length + 1) / inTexts)
      return inTexts < least ? [] : [[word, (1 + Math.log(times)) * rare]]
    })
    return unit(new Map(weights.toSorted(([a], [b]) => (a < b ? -1 : 1))))
  })
}

function unit(vector: Vector): Vector {
  const length = Math.hypot(...vector.values())
  return length === 0 ? vector : new Map([...vector].map(([word, weight]) => [word, weight / length]))
}

/** The cosine of two vectors of length 1. */
function cosine(one: Vector, other: Vector): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one]
  let sum = 0
  for (const [word, weight] of few) sum += weight * (many.get(word) ?? 0)
  return sum
}

/** Centres of texts that share the word that weighs most among those not yet spoken for, one after the other. */
function seeds(
  vectors: readonly Vector[],
  { least, likeness, most }: { least: number; likeness: number; most: number },
): Vector[] {
  const open = new Set(vectors.keys())
  const used = new Set<string>()
  const centres: Vector[] = []
  while (centres.length < most) {
    const word = heaviestWord(vectors, open, { least, used })
    if (word === null) return centres
    used.add(word)
    const centre = centreOf([...open].flatMap((i) => (vectors[i]!.has(word) ? [vectors[i]!] : [])))
    const taken = [...open].filter((i) => cosine(vectors[i]!, centre) >= likeness)
    if (taken.length < least) continue
    centres.push(centre)
    for (const i of taken) open.delete(i)
  }
  return centres
}

function heaviestWord(
  vectors: readonly Vector[],
  open: ReadonlySet<number>,
  { least, used }: { least: number; used: ReadonlySet<string> },
): string | null {
  const sums = new Map<string, { weight: number; texts: number }>()
  for (const i of open) {
    for (const [word, weight] of vectors[i]!) {
      const sum = sums.get(word) ?? { weight: 0, texts: 0 }
      sums.set(word, { weight: sum.weight + weight, texts: sum.texts + 1 })
    }
  }
  const [best] = [...sums]
    .filter(([word, { texts }]) => texts >= least && !used.has(word))
    .toSorted(([a, x], [b, y]) => rounded(y.weight) - rounded(x.weight) || (a < b ? -1 : 1))
  return best?.[0] ?? null
}

/** Sums of the same numbers in another order are the same. */
function rounded(weight: number): number {
  return Math.round(weight * 1e9)
}

function centreOf(vectors: readonly Vector[]): Vector {
  const sum = new Map<string, number>()
  for (const vector of vectors) {
    for (const [word, weight] of vector) sum.set(word, (sum.get(word) ?? 0) + weight)
  }
  return unit(sum)
}

/** For each centre the texts nearest to it, if near enough. */
function assign(vectors: readonly Vector[], centres: readonly Vector[], likeness: number): number[][] {
  const groups: number[][] = centres.map(() => [])
  vectors.forEach((vector, i) => {
    let best = -1
    let nearest = likeness
    centres.forEach((centre, at) => {
      const near = cosine(vector, centre)
      if (near >= nearest + 1e-9 || (best < 0 && near >= nearest)) [best, nearest] = [at, near]
    })
    if (best >= 0) groups[best]!.push(i)
  })
  return groups
}

/** Centres that came to be alike are one. */
function joined(centres: readonly Vector[]): Vector[] {
  const kept: Vector[] = []
  for (const centre of centres) {
    const at = kept.findIndex((other) => cosine(other, centre) > same)
    if (at < 0) kept.push(centre)
    else kept[at] = centreOf([kept[at]!, centre])
  }
  return kept
}

function heaviest(centre: Vector, count: number): string[] {
  return [...centre]
    .toSorted(([a, x], [b, y]) => rounded(y) - rounded(x) || (a < b ? -1 : 1))
    .slice(0, count)
    .map(([word]) => word)
}
