import loadHighs from 'highs'
import { expect, test } from 'vitest'
import { seededRandom } from '../numbers/random.ts'
import { assignFairly } from './assign-fairly.ts'
import { assignReaders } from './assign-readers.ts'
import type { Candidate, ReadingRules } from './reading-problem.ts'

// its types say CommonJS, what Node loads is the module
const highs = await (loadHighs as unknown as typeof loadHighs.default)()

type Case = { candidates: Candidate[]; rules: ReadingRules }

/** Random problems in which limits bind: few readers, conflicts, fixed pairs, minimum loads, institutions. */
function randomCase(seed: number): Case {
  const draw = seededRandom(seed)
  const [papers, readers] = [3 + draw.below(7), 3 + draw.below(5)]
  const need = 1 + draw.below(Math.min(3, readers - 1))
  const decimals = seed % 3 === 0 ? 10 : 1e9 // a third of the cases is full of ties
  const quality = Array.from({ length: readers }, () => draw.uniform())
  const candidates = Array.from({ length: papers * readers }, (_, i) => {
    const conflict = draw.uniform() < 0.12
    const fit = (draw.uniform() + (seed % 2) * 2 * quality[i % readers]!) / 3
    return {
      paper: `p${Math.floor(i / readers)}`,
      reader: `r${i % readers}`,
      similarity: Math.round(fit * decimals) / decimals,
      conflict,
      fixed: !conflict && draw.uniform() < 0.03,
    }
  })
  const maxLoad = Math.ceil((papers * need) / readers) + draw.below(2)
  return {
    candidates,
    rules: {
      readersPerPaper: need,
      maxLoad,
      minLoad: draw.below(maxLoad + 1),
      teamLimit: seed % 4 === 0 ? 1 : undefined,
      readers: new Map(quality.map((_, i) => [`r${i}`, { teams: [`team${i % 3}`] }])),
      papers: new Map([['p0', { teams: seed % 5 === 0 ? ['team1'] : [] }]]),
    },
  }
}

/**
 * The greatest total, as a linear program; or the greatest score of the worst paper, or the greatest total of plans whose
 * worst paper has at least `floor`, as integer programs. Null where there is no solution.
 */
function optimumOf({ candidates, rules }: Case, of: 'total' | 'worst' | { floor: number }): number | null {
  const teamsOf = (of: 'papers' | 'readers', id: string) => rules[of]?.get(id)?.teams ?? []
  const pairs = candidates.map((pair, i) => ({
    ...pair,
    name: `x${i}`,
    banned:
      pair.conflict || teamsOf('readers', pair.reader).some((t) => teamsOf('papers', pair.paper).includes(t)),
    team: teamsOf('readers', pair.reader)[0] ?? pair.reader,
  }))
  const sumOf = (list: typeof pairs) => list.map(({ name }) => name).join(' + ')
  const rows: string[] = []
  for (const own of Map.groupBy(pairs, ({ paper }) => paper).values()) {
    rows.push(`${sumOf(own)} = ${rules.readersPerPaper}`)
    if (rules.teamLimit === undefined) continue
    for (const mates of Map.groupBy(own, ({ team }) => team).values())
      rows.push(`${sumOf(mates)} <= ${rules.teamLimit}`)
  }
  for (const own of Map.groupBy(pairs, ({ reader }) => reader).values()) {
    rows.push(`${sumOf(own)} <= ${rules.maxLoad}`, `${sumOf(own)} >= ${rules.minLoad ?? 0}`)
  }
  const score = (own: typeof pairs) => own.map(({ similarity, name }) => `${similarity} ${name}`).join(' + ')
  if (of !== 'total') {
    for (const own of Map.groupBy(pairs, ({ paper }) => paper).values()) {
      rows.push(of === 'worst' ? `${score(own)} - t >= 0` : `${score(own)} >= ${of.floor - 1e-9}`)
    }
  }
  const text = [
    'Maximize',
    `goal: ${of === 'worst' ? 't' : score(pairs)}`,
    'Subject To',
    ...rows.map((row, i) => `c${i}: ${row}`),
    'Bounds',
    ...pairs.map(({ name, banned, fixed }) => `${fixed ? 1 : 0} <= ${name} <= ${banned ? 0 : 1}`),
    ...(of === 'total' ? [] : ['General', ...pairs.map(({ name }) => name)]),
    'End',
  ].join('\n')
  const { Status, ObjectiveValue } = highs.solve(text, { mip_rel_gap: 0, mip_abs_gap: 0 })
  return Status === 'Optimal' ? ObjectiveValue : null
}

/** Fixed pairs of the paper that has a team may be in conflict; such cases are left out. */
const contradicts = ({ candidates }: Case, seed: number) =>
  seed % 5 === 0 && candidates.some((pair) => pair.fixed && pair.paper === 'p0')

test('as good as the optimum of the linear program, and refused exactly where that has no solution', () => {
  const count = { solved: 0, refused: 0 }
  const wrong: string[] = []
  for (let seed = 1; seed <= 400; seed++) {
    const problem = randomCase(seed)
    if (contradicts(problem, seed)) continue
    const optimum = optimumOf(problem, 'total')
    const plan = planOrWhyNot(problem)
    const found = plan instanceof RangeError ? null : plan.total
    const same = found === null || optimum === null ? found === optimum : Math.abs(found - optimum) < 1e-9
    if (!same) wrong.push(`seed ${seed}: ${found} against ${optimum}`)
    if (!(plan instanceof RangeError))
      wrong.push(...faults(problem, plan.readings).map((says) => `seed ${seed}: ${says}`))
    count[found === null ? 'refused' : 'solved']++
  }
  expect(wrong).toEqual([])
  expect(count.solved).toBeGreaterThan(200)
  expect(count.refused).toBeGreaterThan(100)
})

test('the fair plan has the best worst paper, and among such plans the best total, as integer programs find them', () => {
  let compared = 0
  const wrong: string[] = []
  for (let seed = 1; seed <= 120; seed++) {
    const problem = randomCase(seed)
    if (contradicts(problem, seed) || planOrWhyNot(problem) instanceof RangeError) continue
    const plan = assignFairly(problem.candidates, problem.rules)
    const worst = optimumOf(problem, 'worst')!
    const total = optimumOf(problem, { floor: worst })!
    compared++
    if (!plan.worstProved || !plan.totalProved) wrong.push(`seed ${seed}: not proved`)
    if (Math.abs(plan.worst!.score - worst) > 1e-8)
      wrong.push(`seed ${seed}: worst ${plan.worst!.score}, not ${worst}`)
    if (Math.abs(plan.total - total) > 1e-8) wrong.push(`seed ${seed}: total ${plan.total}, not ${total}`)
    wrong.push(...faults(problem, plan.readings).map((says) => `seed ${seed}: ${says}`))
  }
  expect(wrong).toEqual([])
  expect(compared).toBeGreaterThan(60)
})

test('where the search ends without proof, the bound is honest and the plan no worse than that of greatest total', () => {
  const draw = seededRandom(2)
  const quality = Array.from({ length: 7 }, () => draw.uniform())
  const candidates = Array.from({ length: 42 }, (_, i) => ({
    paper: `${Math.floor(i / 7)}`,
    reader: `${i % 7}`,
    similarity: Math.round(800 * quality[i % 7]! + 200 * draw.uniform()) / 1000,
  }))
  const rules = { readersPerPaper: 3, maxLoad: 3 }
  const plan = assignFairly(candidates, rules, { effort: 2e4 })
  const best = optimumOf({ candidates, rules }, 'worst')!
  expect(plan).toMatchObject({ worstProved: false })
  expect(plan.worstBound).toBeGreaterThanOrEqual(best - 1e-9)
  expect(plan.worst!.score).toBeGreaterThan(assignReaders(candidates, rules).worst!.score)
  expect(plan.worst!.score).toBeGreaterThan(0.95 * best)
  expect(assignFairly(candidates, rules, { effort: 2e4 })).toEqual(plan)
})

function planOrWhyNot({ candidates, rules }: Case) {
  try {
    return assignReaders(candidates, rules)
  } catch (error) {
    if (error instanceof RangeError) return error
    throw error
  }
}

/** Every rule that a plan breaks. */
function faults({ candidates, rules }: Case, readings: { paper: string; reader: string }[]): string[] {
  const taken = new Set(readings.map(({ paper, reader }) => `${paper} ${reader}`))
  const found: string[] = taken.size < readings.length ? ['a pair twice'] : []
  const count = (key: 'paper' | 'reader', id: string) => readings.filter((one) => one[key] === id).length
  for (const { paper, reader, conflict, fixed } of candidates) {
    if (conflict && taken.has(`${paper} ${reader}`)) found.push(`conflict ${paper} ${reader}`)
    if (fixed && !taken.has(`${paper} ${reader}`)) found.push(`not taken ${paper} ${reader}`)
    if (count('paper', paper) !== rules.readersPerPaper) found.push(`readers of ${paper}`)
    if (count('reader', reader) > rules.maxLoad! || count('reader', reader) < rules.minLoad!)
      found.push(`load of ${reader}`)
  }
  return found
}
