import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { run as acceptability } from './acceptability.ts'
import { run as ahp } from './ahp.ts'
import { run as entropy } from './entropy.ts'
import { run as groupRanking } from './group-ranking.ts'
import { scoring, stability } from './scoring.ts'

const folder = mkdtempSync(join(tmpdir(), 'semai-decision-'))
const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
beforeEach(() => printed.mockClear())
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
function file(...lines: string[]): string {
  const path = join(folder, `${++files}.csv`)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

async function answer(run: (argv: string[]) => Promise<number>, ...argv: string[]) {
  expect(await run([...argv, '--json'])).toBe(0)
  return JSON.parse(String(printed.mock.lastCall![0])) as Record<string, unknown>
}

const phones = file('phone,price,"battery",note', 'A,300,12,x', 'B,500,20,', 'C,200,5,y')
const smart = (...argv: string[]) => answer(scoring('smart').run, '--input', phones, ...argv)

test('a first column of text names the alternatives, columns of text are no criteria', async () => {
  const found = await smart('--cost', 'price')
  expect(found).toMatchObject({
    alternatives: ['A', 'B', 'C'],
    criteria: ['price', 'battery'],
    directions: ['cost', 'benefit'],
    weights: [0.5, 0.5],
    rank: [1, 2, 2],
    ranking: ['A', 'B', 'C'],
  })
})

test('weights by list, by name, from a file, from judgments and from the data', async () => {
  const byFile = file('criterion,weight', 'battery,1', 'price,3')
  const judged = file('what,battery,price', 'battery,1,1/3', 'price,,')
  for (const weights of [['3,1'], ['battery=1,price=3'], [byFile]]) {
    expect(await smart('--cost', 'price', '--weights', ...weights)).toMatchObject({ weights: [0.75, 0.25] })
  }
  const { weights } = await smart('--cost', 'price', '--pairwise', judged)
  expect((weights as number[]).map((one) => one.toFixed(12))).toEqual(['0.750000000000', '0.250000000000'])
  const own = await answer(entropy, '--input', phones)
  expect((await smart('--cost', 'price', '--weights', 'entropy'))['weights']).toEqual(own['weights'])
})

test('weights without names are refused where their order could be mistaken', async () => {
  const argv = ['--benefit', 'battery', '--cost', 'price', '--weights', '1,3']
  await expect(smart(...argv)).rejects.toThrow('criteria named in another order than the columns of the file')
  expect(await smart(...argv, '--criteria', 'battery,price')).toMatchObject({
    criteria: ['battery', 'price'],
    weights: [0.25, 0.75],
  })
})

test('fixed ranges and preferences are read by name', async () => {
  const ranged = await smart('--cost', 'price', '--range', 'price=0:1000,battery=0:20')
  expect(ranged['score']).toEqual([0.65, 0.75, 0.525].map((one) => expect.closeTo(one, 12) as number))
  const preference = 'price=linear:0:400,battery=usual'
  const promethee = scoring('promethee').run
  const flows = await answer(promethee, '--input', phones, '--cost', 'price', '--preference', preference)
  expect(flows['phi']).toEqual([0.0625, 0.1875, -0.25].map((one) => expect.closeTo(one, 12) as number))
})

test('equal alternatives: closeness is null, and the answer says why', async () => {
  const same = file('alt,x,y', 'a,1,2', 'b,1,2')
  expect(await answer(scoring('topsis').run, '--input', same)).toMatchObject({
    closeness: null,
    rank: null,
    undefined: 'all alternatives are equal on every criterion that has weight: 0/0',
  })
})

test('stability and acceptability take the method and its options', async () => {
  const argv = [
    '--input',
    phones,
    '--cost',
    'price',
    '--method',
    'smart',
    '--range',
    'price=0:1000,battery=0:20',
  ]
  const found = await answer(stability.run, ...argv)
  expect(found['weight_stability']).toMatchObject([
    { criterion: 'price', weight: 0.5, best_below: null, best_above: 'A' },
    { criterion: 'battery', weight: 0.5, best_below: 'A', best_above: null },
  ])
  const drawn = await answer(acceptability, ...argv, '--draws', '500', '--seed', 'x')
  expect(await answer(acceptability, ...argv, '--draws', '500', '--seed', 'x')).toEqual(drawn)
  expect((drawn['rank_shares'] as number[][]).map((own) => own.length)).toEqual([3, 3, 3])
})

test('judgments: without header, with gaps, several people in one file', async () => {
  const bare = await answer(ahp, '--input', file('1,3', '1/3,1'))
  expect(bare).toMatchObject({ n: 2, criteria: ['C1', 'C2'], cr: 0 })
  const people = file('judge,x,y', 'J1,1,4', 'J1,,1', 'J2,1,1', 'J2,1,1')
  const found = await answer(ahp, '--input', people, '--judge', 'judge')
  expect(found).toMatchObject({ criteria: ['x', 'y'], members: [{ member: 'J1' }, { member: 'J2' }] })
  expect((found['weights'] as number[])[0]).toBeCloseTo(2 / 3, 12)
  expect((found['priorities_arithmetic'] as number[])[0]).toBeCloseTo((0.8 + 0.5) / 2, 12)
})

test('ballots by score or by rank give the same ranking', async () => {
  const scores = file('judge,alternative,score', 'J1,a,9', 'J1,b,7', 'J2,a,2', 'J2,b,1')
  const ranks = file('judge,alternative,rank', 'J1,a,1', 'J1,b,2', 'J2,a,1', 'J2,b,2')
  const found = await answer(groupRanking, '--input', scores)
  expect(found).toMatchObject({ borda: [2, 0], rank: [1, 2], kendall_w: 1 })
  expect(await answer(groupRanking, '--input', ranks)).toEqual(found)
  const gap = file('judge,alternative,score', 'J1,a,9', 'J1,b,7', 'J2,a,2')
  await expect(groupRanking(['--input', gap])).rejects.toThrow('judge J2 does not judge b')
})

test.each([
  [['--weights', '1,2,3'], '--weights: 3 weights for 2 criteria (price, battery)'],
  [['--weights', 'price=1'], '--weights: no weight for "battery"'],
  [['--weights', 'size=1'], '--weights: "size" is not a criterion. These are: price, battery'],
  [['--weights=-1,2'], 'smart: the weight of price must be at least 0, got -1'],
  [['--cost', 'colour'], 'no column "colour". It has: phone, price, battery, note'],
  [['--cost', 'price', '--benefit', 'price'], '"price" is named both by --benefit and by --cost'],
  [['--benefit', 'note'], 'row 2, column "note": "x" is not a number'],
  [['--range', 'price=1'], '--range: "1" is not LOW:HIGH'],
  [['--range', 'price=0:400'], 'smart: B, price: 500 is outside the range 0 to 400'],
  [['--constant', 'odd'], '--constant takes zero, drop; found "odd"'],
])('refuses %j', async (argv, says) => {
  await expect(smart(...argv)).rejects.toThrow(says)
})

test.each([
  [['a,b', '1,2', '0.4,1'], 'pairwiseWeights: row 2, column 1: 0.4 is not the reciprocal of 2'],
  [['a,b', '1,', ',1'], 'row 2, column "b": is empty, and so is its opposite'],
  [['a,b', '1,much', ',1'], 'row 2, column "b": "much" is no judgment'],
  [['a,b,c', '1,2,3', '1/2,1,1'], '2 rows and 3 columns (a, b, c): the matrix must be square'],
])('refuses the judgments %j', async (lines, says) => {
  await expect(ahp(['--input', file(...lines)])).rejects.toThrow(says)
})
