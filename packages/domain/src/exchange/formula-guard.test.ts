import { expect, test } from 'vitest'
import { withGuard, withoutGuard } from './formula-guard.ts'

test.each([
  ['=HYPERLINK("http://x")', `'=HYPERLINK("http://x")`],
  ['+62 811', "'+62 811"],
  ['- langkah pertama', "'- langkah pertama"],
  ['@dinas', "'@dinas"],
  ['＝1+1', "'＝1+1"],
  ['\t=1+1', "'\t=1+1"],
  ["'=1+1", "''=1+1"],
  ['-7.5', '-7.5'],
  ['+7', '+7'],
  ['Antrean = cepat', 'Antrean = cepat'],
  ["'Aisyiyah", "'Aisyiyah"],
  ['', ''],
])('%j is written %j, and reads back as it was', (text, written) => {
  expect([withGuard(text), withoutGuard(written)]).toEqual([written, text])
})
