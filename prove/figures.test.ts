import { expect, test } from 'vitest'
import { statedFigures } from '@semai/store/boards/stated-figures'
import { continuity } from '@semai/store/continuity/continuity.queries'
import { cast } from '@semai/testkit/cast'
import { decadeEnd, fillDecade } from '@semai/testkit/decade'
import { testDb } from '@semai/testkit/test-db'
import { analysedRatios, shownRatios } from './figures/analysed-factors.ts'
import type { Ratio } from './figures/analysed-factors.ts'
import { analysedTests, shownTests } from './figures/analysed-tests.ts'
import { comparedFigures, everyBoard } from './figures/compared-figures.ts'
import { newsArrives } from './figures/news-arrives.ts'
import { looking } from './figures/shown-figures.ts'

const { db, pool, owner } = await testDb()
const rounded = ({ column, ratio, lower, upper }: Ratio) => [
  column,
  ...[ratio, lower, upper].map((one) => one.toPrecision(6)),
]

test('every figure of every board equals its stated query, on a small decade and after news', async () => {
  await fillDecade(owner, { innovations: 300, replications: 2_000 })
  const at = await looking(db, cast.secretariat, decadeEnd)
  const stated = { pool, atOnce: new Map() }
  const told = new Set<string>()
  // Of the five hundred regions every twentieth; the whole proof takes all.
  const boards = await everyBoard(pool)
  for (const board of boards.filter(
    ([name, scope], i) => !['place', 'brief'].includes(name) || scope.length < 2 || i % 20 === 0,
  )) {
    for (const { shown, stated: numbers, ...figure } of await comparedFigures(at, stated, board)) {
      expect({ ...figure, numbers: shown }).toEqual({ ...figure, numbers })
      if (Object.keys(numbers).length > 0) told.add(`${figure.board} ${figure.name}`)
    }
  }
  // A figure that is empty everywhere would equal anything; the decade has no mentoring (`stated-promises.test.ts` has).
  const figures = statedFigures.map(({ board, name }) => `${board} ${name}`)
  expect([...told, 'hub promises'].toSorted()).toEqual(figures.toSorted())
  // A brief is asked for months that are long over.
  const past = { ...at, today: '2025-11-30' }
  for (const scope of ['', '35', '35.10', 'kementerian-rekaan-1']) {
    const asked = { pool, atOnce: new Map() }
    for (const { shown, stated: numbers, ...figure } of await comparedFigures(past, asked, [
      'brief',
      scope,
    ])) {
      expect({ ...figure, numbers: shown }).toEqual({ ...figure, numbers })
    }
  }
  const { factors, comparisons } = await continuity(db, cast.secretariat, { today: decadeEnd })
  const analysed = await analysedRatios(pool, { today: decadeEnd, shown: factors! })
  expect(shownRatios(factors!).map(rounded)).toEqual(analysed.map(rounded))
  const tests = shownTests({ comparisons })
  expect(tests.length).toBeGreaterThan(1)
  expect(await analysedTests(pool, { today: decadeEnd, comparisons })).toEqual(tests)
  await newsArrives(owner.pool, 0)
  for (const { shown, stated, ...figure } of await comparedFigures(at, { pool, atOnce: new Map() }, [
    'country',
    '',
  ])) {
    expect({ ...figure, numbers: shown }).toEqual({ ...figure, numbers: stated })
  }
})
