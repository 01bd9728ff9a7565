import { performance } from 'node:perf_hooks'
import { needMatcher } from '../../packages/analytics/src/matching/need-matcher.ts'
import type { MatchSource } from '../../packages/analytics/src/matching/need-matcher.ts'
import { indonesianMatchLanguage } from '../../packages/store/src/needs/match-language.ts'
import { languageRows } from '../../packages/store/src/search/language-files.ts'

export const name = 'matching'

const count = 10_000
const rounds = 50

/** Needs against 10,000 records: the shipped catalogue again and again, so every word is as frequent as there. */
export async function bench(say: (line: string) => void): Promise<void> {
  const shipped = languageRows('catalogue/innovations.csv')
  const sources = Array.from({ length: count }, (_, i) => sourceOf(i, shipped[i % shipped.length]!))
  const began = performance.now()
  const matcher = needMatcher(sources, indonesianMatchLanguage())
  say(`reading ${count} records: ${((performance.now() - began) / 1_000).toFixed(1)} s`)
  const needs = shipped.slice(0, rounds).map((row) => row['problem_id'] || row['summary_id']!)
  const times = needs.map((need) => {
    const start = performance.now()
    matcher.match(need)
    return performance.now() - start
  })
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!
  say(`one need against ${count}, warm: median ${median.toFixed(1)} ms (bound 20 ms)`)
}

function sourceOf(i: number, row: Record<string, string>): MatchSource {
  const part = (text: string, weight: number, told: number) => ({ text, weight, told, isShown: true })
  return {
    id: `r${i}`,
    parts: [part(row['name']!, 0.6, 0), part(row['summary_id']!, 1, 1), part(row['problem_id']!, 1, 0.8)],
  }
}
