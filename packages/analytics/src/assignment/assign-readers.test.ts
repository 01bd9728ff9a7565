import { expect, test } from 'vitest'
import { seededRandom } from '../numbers/random.ts'
import { assignReaders } from './assign-readers.ts'
import { compareIds } from './reading-problem.ts'
import type { Candidate, ReadingRules } from './reading-problem.ts'
import { NoPlan } from './why-infeasible.ts'

/** Every paper with every reader; similarity 0.5 unless named. */
function all(
  papers: string[],
  readers: string[],
  known: Record<string, Partial<Candidate>> = {},
): Candidate[] {
  return papers.flatMap((paper) =>
    readers.map((reader) => ({ paper, reader, similarity: 0.5, ...known[`${paper}${reader}`] })),
  )
}

function reasonOf(candidates: Candidate[], rules: ReadingRules) {
  try {
    assignReaders(candidates, rules)
  } catch (error) {
    if (error instanceof NoPlan) return error.reason
    throw error
  }
  return null
}

test('the best total beats what each paper would take first', () => {
  const candidates = all(['a', 'b'], ['x', 'y'], {
    ax: { similarity: 0.9 },
    ay: { similarity: 0.8 },
    bx: { similarity: 0.7 },
    by: { similarity: 0.1 },
  })
  const plan = assignReaders(candidates, { readersPerPaper: 1, maxLoad: 1 })
  expect(plan.readings.map(({ paper, reader }) => paper + reader)).toEqual(['ay', 'bx'])
  expect(plan.total).toBe(1.5)
  expect(plan.worst).toEqual({ paper: 'b', score: 0.7 })
  expect(plan.loads).toEqual([
    { reader: 'x', load: 1 },
    { reader: 'y', load: 1 },
  ])
  expect(plan.groups).toEqual([['y'], ['x']])
})

test('the order of the candidates never matters, ties included', () => {
  const papers = Array.from({ length: 12 }, (_, i) => `${i}`)
  const candidates = all(papers, ['r1', 'r2', 'r3', 'r4', 'r5'])
  const rules = { readersPerPaper: 2, maxLoad: 5 }
  const plan = assignReaders(candidates, rules)
  for (let seed = 1; seed <= 5; seed++) {
    expect(assignReaders(seededRandom(seed).shuffle([...candidates]), rules)).toEqual(plan)
  }
})

test('one more unit of similarity for all pairs changes the total, not the plan', () => {
  const draw = seededRandom(8)
  const candidates = all(['a', 'b', 'c', 'd'], ['x', 'y', 'z']).map((one) => ({
    ...one,
    similarity: draw.uniform(),
  }))
  const rules = { readersPerPaper: 2, maxLoad: 3 }
  const plan = assignReaders(candidates, rules)
  const raised = assignReaders(
    candidates.map((one) => ({ ...one, similarity: one.similarity - 3 })),
    rules,
  )
  expect(raised.readings.map(({ paper, reader }) => paper + reader)).toEqual(
    plan.readings.map(({ paper, reader }) => paper + reader),
  )
  expect(raised.total).toBeCloseTo(plan.total - 24, 12)
})

test('a reader in conflict with all gets nothing, a paper that needs nothing gets none', () => {
  const candidates = all(['a', 'b'], ['x', 'y'], {
    ax: { conflict: true, similarity: NaN },
    bx: { conflict: true },
  })
  const plan = assignReaders(candidates, { readersPerPaper: 1, papers: new Map([['b', { need: 0 }]]) })
  expect(plan.readings.map(({ paper, reader }) => paper + reader)).toEqual(['ay'])
  expect(plan.loads).toEqual([
    { reader: 'x', load: 0 },
    { reader: 'y', load: 1 },
  ])
})

test('fixed pairs are taken, and count for loads and needs', () => {
  const candidates = all(['a', 'b'], ['x', 'y', 'z'], { ax: { similarity: -5, fixed: true } })
  const plan = assignReaders(candidates, { readersPerPaper: 2, maxLoad: 2, minLoad: 1 })
  expect(plan.readings.filter(({ fixed }) => fixed)).toEqual([
    { paper: 'a', reader: 'x', similarity: -5, fixed: true },
  ])
  expect(plan.papers.map(({ readers }) => readers.length)).toEqual([2, 2])
})

test('institutions: no paper of the own house, and not two readers of one house', () => {
  const teams = (...teams: string[]) => ({ teams })
  const rules = {
    readersPerPaper: 2,
    teamLimit: 1,
    papers: new Map([['a', teams('health')]]),
    readers: new Map([
      ['w', teams('health')],
      ['x', teams('tax')],
      ['y', teams('tax')],
    ]),
  }
  const known = {
    ax: { similarity: 0.9 },
    ay: { similarity: 0.8 },
    aw: { similarity: 1 },
    az: { similarity: 0 },
  }
  const plan = assignReaders(all(['a'], ['w', 'x', 'y', 'z'], known), rules)
  expect(plan.papers).toEqual([{ paper: 'a', score: 0.9, readers: ['x', 'z'] }])
})

test('why there is no plan: one paper with too many conflicts', () => {
  const candidates = all(['a', 'b'], ['x', 'y', 'z'], { bx: { conflict: true }, by: { conflict: true } })
  expect(reasonOf(candidates, { readersPerPaper: 2 })).toEqual({
    limit: 'readers-per-paper',
    papers: ['b'],
    readers: [],
    needed: 2,
    possible: 1,
    says: 'paper b needs 2 readers, but only 1 may read it (2 in conflict)',
  })
})

test('why there is no plan: papers that share too few readers, named without the others', () => {
  const candidates = all(['a', 'b', 'c', 'd'], ['x', 'y', 'z', 'w']).filter(
    ({ paper, reader }) => paper === 'd' || !['z', 'w'].includes(reader),
  )
  expect(reasonOf(candidates, { readersPerPaper: 2, maxLoad: 2 })).toEqual({
    limit: 'readers-per-paper',
    papers: ['a', 'b', 'c'],
    readers: ['x', 'y'],
    needed: 6,
    possible: 4,
    says:
      'papers a, b, c together need 6 readings, but at most 4 are possible: 4 by readers x, y within the maximum load, ' +
      '0 by others',
  })
})

test('why there is no plan: minimum loads beyond what is there to read', () => {
  const candidates = all(['a', 'b', 'c'], ['x', 'y', 'z']).filter(
    ({ paper, reader }) => reader === 'x' || paper !== 'a',
  )
  const readers = new Map([
    ['y', { min: 2 }],
    ['z', { min: 2 }],
  ])
  const reason = reasonOf(candidates, { readersPerPaper: 1, maxLoad: 3, readers })
  expect(reason).toMatchObject({ limit: 'minimum-load', readers: ['y', 'z'], needed: 4, possible: 2 })
  expect(reason?.says).toBe(
    'readers y, z must take at least 4 readings, but the papers open to them leave at most 2',
  )
})

test.each([
  [
    [{ paper: 'a', reader: 'x', similarity: NaN }],
    { readersPerPaper: 1 },
    'paper a, reader x: the similarity must be finite',
  ],
  [
    [
      { paper: 'a', reader: 'x', similarity: 1 },
      { paper: 'a', reader: 'x', similarity: 1 },
    ],
    { readersPerPaper: 1 },
    'paper a, reader x: listed twice',
  ],
  [
    [{ paper: 'a', reader: 'x', similarity: 1, conflict: true, fixed: true }],
    { readersPerPaper: 1 },
    'fixed, but in conflict',
  ],
  [
    [{ paper: 'a', reader: 'x', similarity: 1, fixed: true }],
    { readersPerPaper: 0 },
    'more fixed readers than it needs',
  ],
  [
    [{ paper: 'a', reader: 'x', similarity: 1, fixed: true }],
    { readersPerPaper: 1, maxLoad: 0 },
    'more fixed papers than its maximum',
  ],
  [
    [{ paper: 'a', reader: 'x', similarity: 1 }],
    { readersPerPaper: 1.5 },
    'the need of paper a must be a whole number',
  ],
  [
    [{ paper: 'a', reader: 'x', similarity: 1 }],
    { readersPerPaper: 1, minLoad: 2, maxLoad: 1 },
    'the minimum load 2 is above',
  ],
  [[], { readersPerPaper: 1 }, 'no paper'],
  [
    [{ paper: 'a', reader: 'x', similarity: 1 }],
    { readersPerPaper: 1, teamLimit: 1, readers: new Map([['x', { teams: ['t', 'u'] }]]) },
    'a team limit needs one team a reader',
  ],
] as [Candidate[], ReadingRules, string][])('refuses %j with %j', (candidates, rules, says) => {
  expect(() => assignReaders(candidates, rules)).toThrow(says)
})

test('ids: numbers by value, then texts', () => {
  expect(['b', '10', 'a', '9', ''].sort(compareIds)).toEqual(['9', '10', '', 'a', 'b'])
})
