import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { samePages } from './backup/same-pages.ts'

test('a backup taken under writes, restored into an empty folder, serves the same pages', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'semai-backup-pages-'))
  await chmod(folder, 0o755)
  try {
    const env = { PATH: process.env['PATH'] }
    const { faults, pages } = await samePages({ env, folder, progress: () => undefined })
    expect(faults).toEqual([])
    expect(pages.every(({ bytes }) => bytes > 1_000)).toBe(true)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 240_000)
