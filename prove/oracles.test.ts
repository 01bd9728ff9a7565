import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCase } from './oracles/run-case.ts'

const folder = join(import.meta.dirname, '../packages/analytics/cases')
const names = readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
  one.isDirectory() ? [one.name] : [],
)

test.each(names)('%s: the command line gives the published numbers', async (name) => {
  const result = await runCase(name, join(folder, name))
  if (result === null) return // only the map is ours to keep; the case itself is run by prove:oracles
  expect(result.off).toEqual([])
  expect(result.compared).toBeGreaterThan(0)
})
