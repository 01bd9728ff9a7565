import { expect, test } from 'vitest'
import { copyQuality } from './copy-quality.ts'
import type { JudgedCopy } from './copy-quality.ts'

const judged = (one: Partial<JudgedCopy>): JudgedCopy => ({
  label: 'copy',
  sourceId: 'a',
  degree: 1,
  copy: true,
  ranking: ['a', 'b', 'c'],
  ...one,
})

test('a copy flagged with a wrong source is both missed and a false alarm', () => {
  const quality = copyQuality([
    judged({}),
    judged({ degree: 5, ranking: ['b', 'a', 'c'] }),
    judged({ degree: 5, copy: false, ranking: ['b', 'c', 'd'] }),
    judged({ label: 'replica_disclosed', degree: null, copy: false }),
    judged({ label: 'same_problem_different_solution', sourceId: null, degree: null }),
    judged({ label: 'unrelated', sourceId: null, degree: null, copy: false }),
  ])
  expect(quality).toEqual({
    precision: 1 / 3,
    recall: 1 / 3,
    flagged: { right: 1, of: 3 },
    found: { right: 1, of: 3 },
    byDegree: { 1: { right: 1, of: 1 }, 5: { right: 0, of: 2 } },
    falseAlarms: { copy: 1, same_problem_different_solution: 1 },
    sourceAt1: { right: 2, of: 4 },
    sourceAt3: { right: 3, of: 4 },
  })
})

test('a share of nothing is null, and no texts are refused', () => {
  expect(copyQuality([judged({ label: 'unrelated', sourceId: null, copy: false })])).toMatchObject({
    precision: null,
    recall: null,
  })
  expect(() => copyQuality([])).toThrow(new RangeError('copyQuality: there are no texts'))
})
