import { performance } from 'node:perf_hooks'
import { indonesianCopyLanguage } from '../../packages/store/src/search/copy-language.ts'
import { shippedLanguage } from '../../packages/store/src/search/language-files.ts'
import { seededRandom } from '../../packages/analytics/src/numbers/random.ts'
import type { Random } from '../../packages/analytics/src/numbers/random.ts'
import { copyPairs } from '../../packages/analytics/src/similarity/copy-pairs.ts'
import { nearCopies } from '../../packages/analytics/src/similarity/near-copies.ts'

export const name = 'copies'

const seed = 20_240
const count = 50_000
const wordsEach = 80
const rounds = 9
const planted = 200

/** One text against 50,000 and all pairs of 50,000 synthetic texts, of which some are planted copies. */
export async function bench(say: (line: string) => void): Promise<void> {
  const texts = syntheticTexts(seededRandom(seed))
  say(`${count} synthetic texts of ${wordsEach} words, ${planted} of them planted copies; seed ${seed}`)
  againstMany(texts, say)
  await new Promise((done) => setImmediate(done))
  allPairs(texts, say)
}

function againstMany(texts: readonly { id: string; text: string }[], say: (line: string) => void): void {
  const began = performance.now()
  const finder = nearCopies(
    texts.map(({ id, text }) => ({ id, does: text })),
    indonesianCopyLanguage(),
  )
  say(`reading ${count} sources: ${seconds(began)} s, ${memory()} MB of heap and buffers`)
  const asked = texts.slice(0, rounds + 3)
  const times = asked.map(({ text }) => {
    const start = performance.now()
    finder.find({ text })
    return performance.now() - start
  })
  say(`one text against ${count}, warm: median ${median(times.slice(3)).toFixed(1)} ms (bound 100 ms)`)
}

function allPairs(texts: readonly { id: string; text: string }[], say: (line: string) => void): void {
  const began = performance.now()
  const pairs = copyPairs(texts, indonesianCopyLanguage())
  const found = pairs.filter(({ a, b }) => b === `${a}-copy`).length
  say(`all pairs of ${count}, reading included: ${seconds(began)} s (bound 60 s), ${memory()} MB`)
  say(`planted pairs found: ${found} of ${planted}; other pairs: ${pairs.length - found}`)
}

/** Words drawn by Zipf's law, the roots of search first and invented ones after: some in most texts, many in few. */
function syntheticTexts(random: Random): { id: string; text: string }[] {
  const roots = shippedLanguage().tables.roots
  const invented = Array.from({ length: 18_000 }, () => inventedWord(random))
  const vocabulary = [...random.shuffle([...roots]), ...invented]
  const draw = zipf(vocabulary.length, random)
  const texts = Array.from({ length: count - planted }, (_, i) => ({
    id: `t${i}`,
    text: sentences(Array.from({ length: wordsEach }, () => vocabulary[draw()]!)),
  }))
  const copies = Array.from({ length: planted }, (_, i) => {
    const { id, text } = texts[i * 97]!
    const words = text.split(' ').map((word) => (random.uniform() < 0.3 ? vocabulary[draw()]! : word))
    return { id: `${id}-copy`, text: words.join(' ') }
  })
  return [...texts, ...copies]
}

function inventedWord(random: Random): string {
  const syllables = 2 + random.below(3)
  return Array.from(
    { length: syllables },
    () => 'bcdgjklmnprstw'[random.below(14)]! + 'aeiou'[random.below(5)]!,
  ).join('')
}

function zipf(size: number, random: Random): () => number {
  const sums = new Float64Array(size)
  for (let rank = 0; rank < size; rank++) sums[rank] = (sums[rank - 1] ?? 0) + 1 / (rank + 10)
  return () => {
    const target = random.uniform() * sums[size - 1]!
    let [low, high] = [0, size - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sums[middle]! < target) low = middle + 1
      else high = middle
    }
    return low
  }
}

function sentences(words: readonly string[]): string {
  return words
    .map((word, i) =>
      i % 12 === 0
        ? word[0]!.toUpperCase() + word.slice(1)
        : i % 12 === 11 || i === words.length - 1
          ? `${word}.`
          : word,
    )
    .join(' ')
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1]!
}

function seconds(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(1)
}

function memory(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return Math.round((heapUsed + arrayBuffers) / 1e6)
}
