import { expect, test } from 'vitest'
import { seededRandom } from '../numbers/random.ts'
import { assignFairly } from './assign-fairly.ts'
import { assignReaders } from './assign-readers.ts'
import { joinedBy } from '../numbers/groups.ts'
import type { Candidate } from './reading-problem.ts'

/** Papers and readers in two camps that like their own: without a rule the plan falls apart. */
function camps(seed: number, { papers = 4, readers = 4, pull = 1 } = {}): Candidate[] {
  const draw = seededRandom(seed)
  return Array.from({ length: papers * readers }, (_, i) => {
    const [paper, reader] = [Math.floor(i / readers), i % readers]
    const similarity = draw.uniform() + (paper % 2 === reader % 2 ? pull : 0)
    return { paper: `p${paper}`, reader: `r${reader}`, similarity, conflict: draw.uniform() < 0.05 }
  })
}

const rules = { readersPerPaper: 2, maxLoad: 3 }

/** Greatest total of all plans in which every reader is comparable, by trying every plan; −Infinity where none is. */
function bestConnected(candidates: readonly Candidate[]): number {
  const papers = [...Map.groupBy(candidates, ({ paper }) => paper).values()]
  let best = -Infinity
  const walk = (paper: number, chosen: Candidate[]) => {
    const load = Map.groupBy(chosen, ({ reader }) => reader)
    if ([...load.values()].some((own) => own.length > rules.maxLoad)) return
    if (paper === papers.length) {
      const readers = [...Map.groupBy(chosen, (one) => one.paper).values()].map((own) =>
        own.map((one) => one.reader),
      )
      const total = chosen.reduce((sum, { similarity }) => sum + similarity, 0)
      if (joinedBy(readers).length === 1) best = Math.max(best, total)
      return
    }
    const free = papers[paper]!.filter(({ conflict }) => !conflict)
    free.forEach((a, i) => free.slice(i + 1).forEach((b) => walk(paper + 1, [...chosen, a, b])))
  }
  walk(0, [])
  return best
}

test('two camps are joined at the least loss that any plan has, in sixty small cases', () => {
  const losses: number[] = []
  let fellApart = 0
  for (let seed = 1; seed <= 60; seed++) {
    const candidates = camps(seed)
    const plan = assignReaders(candidates, { ...rules, connected: true })
    fellApart += assignReaders(candidates, rules).groups.length > 1 ? 1 : 0
    expect(plan.groups).toHaveLength(1)
    expect(plan.papers.map(({ readers }) => readers.length)).toEqual([2, 2, 2, 2])
    expect(Math.max(...plan.loads.map(({ load }) => load))).toBeLessThanOrEqual(rules.maxLoad)
    losses.push(bestConnected(candidates) - plan.total)
  }
  expect(fellApart).toBeGreaterThan(20)
  expect(losses.filter((loss) => Math.abs(loss) > 1e-9)).toEqual([])
})

test('of many papers few change hands, fixed pairs stay, and a fair plan keeps its worst paper', () => {
  const candidates = camps(7, { papers: 60, readers: 12, pull: 2 }).map((pair) => ({
    ...pair,
    fixed: !pair.conflict && ['p0 r0', 'p1 r1'].includes(`${pair.paper} ${pair.reader}`),
  }))
  const wide = { readersPerPaper: 3, maxLoad: 16, minLoad: 12 }
  const free = assignFairly(candidates, wide)
  const plan = assignFairly(candidates, { ...wide, connected: true })
  expect(free.groups.map((group) => group.length)).toEqual([6, 6])
  expect(plan.groups.map((group) => group.length)).toEqual([12])
  expect(plan.readings.filter(({ fixed }) => fixed)).toEqual(free.readings.filter(({ fixed }) => fixed))
  expect(plan.worst!.score).toBeGreaterThanOrEqual(free.worst!.score)
  const before = new Set(free.readings.map(({ paper, reader }) => `${paper} ${reader}`))
  expect(
    plan.readings.filter(({ paper, reader }) => !before.has(`${paper} ${reader}`)).length,
  ).toBeLessThanOrEqual(2)
  expect(plan.loads.every(({ load }) => load >= 12 && load <= 16)).toBe(true)
})

test('one reader a paper compares nobody, and is refused', () => {
  expect(() => assignReaders(camps(1), { readersPerPaper: 1, maxLoad: 1, connected: true })).toThrow(
    'assignReaders: found no exchange that makes all readers comparable',
  )
})
