import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { drawSample, frameText } from '@semai/domain/pulse/sample-draw'

const folder = await mkdtemp(join(tmpdir(), 'semai-sample-'))
afterAll(() => rm(folder, { recursive: true }))
const frame = Array.from({ length: 9 }, (_, i) => ({
  code: `REP-000${i + 1}`,
  province: i < 6 ? '35' : '33',
}))
const file = join(folder, 'frame.csv')
await writeFile(file, frameText(frame))

function said(argv: string[]) {
  const main = join(import.meta.dirname, 'main.ts')
  const { stdout, stderr, status } = spawnSync(process.execPath, [main, 'sample', ...argv], {
    encoding: 'utf8',
  })
  return { code: status, out: stdout.trim(), err: stderr.trim() }
}

test('the frame of a page gives the sample of that page', () => {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex')
  const drawn = (isStratified: boolean) =>
    drawSample(frame, { size: 3, seed: '4 8 15', isStratified }, digest)
  const plain = said([file, '--size', '3', '--seed', '4 8 15'])
  expect([plain.code, plain.out]).toEqual([0, drawn(false).join('\n')])
  expect(plain.err).toBe(`semai-draw-1; frame of 9, SHA-256 ${digest(frameText(frame))}`)
  const shared = said([file, '--size', '3', '--seed', '4 8 15', '--by', 'province'])
  expect(shared.out).toBe(drawn(true).join('\n'))
})

test('what can not be drawn is told', () => {
  expect(said([file, '--size', '10', '--seed', 'x'])).toMatchObject({
    code: 1,
    err: 'drawSample: needs 1 to 9, got 10',
  })
  expect(said([file, '--size', '3']).code).toBe(2)
  expect(said([file, '--size', '3', '--seed', 'x', '--by', 'mood']).code).toBe(2)
})
