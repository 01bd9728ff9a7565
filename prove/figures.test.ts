import { expect, test } from 'vitest'
import { statedFigures } from '@semai/store/boards/stated-figures'
import { cast } from '@semai/testkit/cast'
import { decadeEnd, fillDecade } from '@semai/testkit/decade'
import { testDb } from '@semai/testkit/test-db'
import { comparedFigures, everyBoard } from './figures/compared-figures.ts'
import { newsArrives } from './figures/news-arrives.ts'
import { looking } from './figures/shown-figures.ts'

const { db, pool, owner } = await testDb()

test('every figure of every board equals its stated query, on a small decade and after news', async () => {
  await fillDecade(owner, { innovations: 300, replications: 2_000 })
  const at = await looking(db, cast.secretariat, decadeEnd)
  const told = new Set<string>()
  for (const board of await everyBoard(pool)) {
    for (const { shown, stated, ...figure } of await comparedFigures(at, pool, board)) {
      expect({ ...figure, numbers: shown }).toEqual({ ...figure, numbers: stated })
      if (Object.keys(stated).length > 0) told.add(`${figure.board} ${figure.name}`)
    }
  }
  // A figure that is empty everywhere would equal anything.
  expect([...told].toSorted()).toEqual(statedFigures.map(({ board, name }) => `${board} ${name}`).toSorted())
  await newsArrives(owner.pool, 0)
  for (const { shown, stated, ...figure } of await comparedFigures(at, pool, ['country', ''])) {
    expect({ ...figure, numbers: shown }).toEqual({ ...figure, numbers: stated })
  }
})
