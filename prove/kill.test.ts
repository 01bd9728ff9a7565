import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { killRounds } from './kill/rounds.ts'

// Three of the twenty rounds of `npm run prove:kill`, one of each kind.
test('every confirmed write is there after site and database were killed, and none is half there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'semai-kill-'))
  await chmod(folder, 0o755)
  try {
    const env = { PATH: process.env['PATH'], SEMAI_DATA: join(folder, 'data') }
    const { durability, rounds } = await killRounds({ env, folder, rounds: 3, progress: () => undefined })
    expect(durability.well).toBe(true)
    expect(rounds.map(({ victims, lost }) => ({ victims, lost }))).toEqual([
      { victims: 'site and postmaster', lost: [] },
      { victims: 'every process', lost: [] },
      { victims: 'postmaster alone', lost: [] },
    ])
    expect(rounds.every(({ acknowledged }) => acknowledged > 0)).toBe(true)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 240_000)
