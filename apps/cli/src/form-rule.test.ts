import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { shippedFormRule } from '@semai/domain/replications/form-rule'
import { testDb } from '@semai/testkit/test-db'

const { env } = await testDb()
const folder = await mkdtemp(join(tmpdir(), 'semai-cli-form-rule-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

function semai(...argv: string[]) {
  const main = join(import.meta.dirname, 'main.ts')
  const options = { env: { ...process.env, ...env }, encoding: 'utf8' } as const
  const { stdout, stderr, status } = spawnSync(process.execPath, [main, ...argv], options)
  return { stdout, stderr, status }
}

test('the rule in force is printed, another is used from then on, and none is changed under its name', async () => {
  expect(JSON.parse(semai('form-rule').stdout)).toEqual(shippedFormRule)
  const file = join(folder, 'rule.json')
  const rule = { ...shippedFormRule, version: 'share', tests: [{ form: 'modification', keptBelow: 0.5 }] }
  await writeFile(file, JSON.stringify(rule))
  expect(JSON.parse(semai('form-rule', file).stdout)).toEqual(rule)
  expect(JSON.parse(semai('form-rule').stdout)).toEqual(rule)
  await writeFile(file, JSON.stringify({ ...rule, otherwise: 'adaptation' }))
  expect(semai('form-rule', file)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('A rule is never changed: name a new version.') as string,
  })
})

test('a rule that says too little is told where', async () => {
  const file = join(folder, 'broken.json')
  await writeFile(file, JSON.stringify({ ...shippedFormRule, otherwise: 'kopi' }))
  const { status, stderr } = semai('form-rule', file)
  expect([status, stderr.includes('otherwise')]).toEqual([1, true])
  await writeFile(file, '{')
  expect(semai('form-rule', file).stderr).toContain('not whole JSON')
})
