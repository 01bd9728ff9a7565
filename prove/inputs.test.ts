import { expect, test } from 'vitest'
import { inputRounds } from './inputs/rounds.ts'

// Some of the ten thousand of `npm run prove:inputs`; a seed of its own each time, named when something is wrong.
test('whatever is sent, nothing breaks, nothing is half written, and every refusal has a sentence', async () => {
  const seed = Date.now() % 1_000_000_000
  const proof = await inputRounds({ runs: 200, seed, senders: 4, progress: () => undefined })
  expect({ seed, findings: proof.findings }).toEqual({ seed, findings: [] })
  expect([proof.sent, proof.written > 0]).toEqual([200, true])
}, 300_000)
