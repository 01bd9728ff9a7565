import { expect, test } from 'vitest'
import { typedScores } from './typed-scores.ts'

test('scores and reasons come together by criterion; other fields are none', () => {
  expect(
    typedScores({ 'score_mutu-bukti': '80', 'reason_mutu-bukti': 'Cukup', score_dampak: '70', step: 'send' }),
  ).toEqual({
    'mutu-bukti': { score: '80', reason: 'Cukup' },
    dampak: { score: '70', reason: '' },
  })
})
