import { expect, test } from 'vitest'
import { parseFormula, written } from './formula.ts'
import { modelTerms } from './model-terms.ts'

/** What a formula's terms come to, each as R names it. */
function terms(text: string): string {
  const { intercept, terms } = modelTerms(parseFormula(`y ~ ${text}`).terms, ['a', 'b', 'c'])
  return [intercept ? '1' : '0', ...terms.map((term) => term.join(':'))].join(' ')
}

test.each([
  ['a + b', '1 a b'],
  ['1 + a + I(a^2)', '1 a I(a^2)'],
  ['a - 1', '0 a'],
  ['0 + a', '0 a'],
  ['a*b', '1 a b a:b'],
  ['a:b + a', '1 a a:b'],
  ['(a + b)*c', '1 a b c a:c b:c'],
  ['(a + b + c)^2 - a:b', '1 a b c a:c b:c'],
  ['a/b', '1 a a:b'],
  ['.', '1 a b c'],
  ['. - b', '1 a c'],
  ['a + a', '1 a'],
  ['I( a * 2 ) + log(b+1)', '1 I(a * 2) log(b + 1)'],
  ['`a b` + c.d_1', '1 a b c.d_1'],
  ['factor(a):I(b == "x")', '1 factor(a):I(b == "x")'],
])('%s is read as R reads it', (text, wanted) => {
  expect(terms(text)).toBe(wanted)
})

test('strata and clusters are no terms', () => {
  const found = modelTerms(parseFormula('Surv(t, e) ~ a + strata(b, c) + cluster(id)').terms, [])
  expect(found.terms).toEqual([['a']])
  expect([found.strata, found.cluster].map((list) => list.map(written))).toEqual([['b', 'c'], ['id']])
})

test('signs bind as in R: the power first, then the minus, the colon before the star', () => {
  expect(parseFormula('-a^2 ~ 1').response).toEqual({
    kind: 'minus',
    of: {
      kind: 'operation',
      sign: '^',
      left: { kind: 'name', name: 'a' },
      right: { kind: 'number', value: 2 },
    },
  })
  expect(terms('a*b:c')).toBe('1 a b:c a:b:c')
})

test.each([
  ['a + b', '--formula takes RESPONSE ~ TERMS; found "a + b".'],
  ['y ~ a +', 'The formula can not be read from "its end" on.'],
  ['y ~ a # b', 'The formula can not be read from "# b" on.'],
  ['y ~ (a', 'The formula can not be read from "its end" on.'],
  ['y ~ a b', 'The formula can not be read from "b" on.'],
])('%s is refused where it stops being a formula', (text, says) => {
  expect(() => parseFormula(text)).toThrow(says)
})

test.each([
  ['a > 3', 'A formula has no term "a > 3": write I(a > 3).'],
  ['2', 'A formula has no term "2": write I(2).'],
  ['a^b', 'Terms are raised to a whole number; write I(x^2) for a square.'],
])('%s is no term, and the way out is said', (text, says) => {
  expect(() => terms(text)).toThrow(says)
})
