import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { expect, test } from 'vitest'
import { copyBinaries, shippedBinaries } from './cluster-binaries.ts'

test('a copy of the database programs runs and points to nothing outside itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'semai-binaries-'))
  const copy = join(folder, 'copy')
  copyBinaries(shippedBinaries().native, copy, null)
  const links = readdirSync(copy, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isSymbolicLink(),
  )
  const targets = links.map(({ parentPath, name }) => readlinkSync(join(parentPath, name)))
  expect(targets.length).toBeGreaterThan(0)
  expect(targets.filter(isAbsolute)).toEqual([])
  const { stdout } = spawnSync(join(copy, 'bin/postgres'), ['--version'], { encoding: 'utf8' })
  expect(stdout).toMatch(/^postgres \(PostgreSQL\) 18\./)
  rmSync(folder, { recursive: true })
})
