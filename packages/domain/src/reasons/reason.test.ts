import { expect, test } from 'vitest'
import { cast } from '@semai/testkit/cast'
import { stopReasons } from '../claims/claim.ts'
import { reasonCodeText } from './reason.form.ts'
import { editsReasons, reasonCode, shippedReasons } from './reason.ts'

test('the shipped list has the codes that claims were imported with', () => {
  expect(shippedReasons.map(({ code }) => code)).toEqual([...stopReasons])
})

test.each([
  ['The donor left', 'the_donor_left'],
  ['Évaluation', 'evaluation'],
  ['2024 rule', 'rule'],
  ['X', 'reason_x'],
  ['縁', 'reason'],
  ['A'.repeat(80), 'a'.repeat(34)],
])('"%s" becomes the code %s', (words, code) => {
  expect(reasonCode(words, new Set())).toBe(code)
  expect(reasonCodeText.parse(code)).toBe(code)
  expect(reasonCode(words, new Set([code]))).toBe(`${code}_2`)
})

test('the ministry edits the list, nobody else', () => {
  const who = Object.entries(cast).flatMap(([name, actor]) =>
    editsReasons.allows(actor, null) ? [name] : [],
  )
  expect(who).toEqual(['command line', 'secretariat', 'administrator'])
})
