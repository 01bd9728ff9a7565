import { expect, test } from 'vitest'
import { leadingInnovation } from './leading-innovation.ts'

test('the home page shows the innovation with most dated claims, the first of equals', () => {
  const rows = [
    { code: 'INV-0001', dated: 3 },
    { code: 'PRG-MPP', dated: 9 },
    { code: 'PRG-112', dated: 9 },
  ]
  expect(leadingInnovation(rows)?.code).toBe('PRG-MPP')
  expect(leadingInnovation(rows.toReversed())?.code).toBe('PRG-112')
  expect(leadingInnovation([])).toBeNull()
})
