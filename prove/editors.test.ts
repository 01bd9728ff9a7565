import { expect, test } from 'vitest'
import { editing } from './editors/editing.ts'

// Some of the two hundred of `npm run prove:editors`.
test('twenty people type at once, and what was acknowledged last is what is stored', async () => {
  const { saves, refused, lost } = await editing({ editors: 20, seconds: 5 })
  expect([refused, lost]).toEqual([[], []])
  expect(saves).toBeGreaterThanOrEqual(20) // how fast is for the proof; here, that each one saved
}, 180_000)
