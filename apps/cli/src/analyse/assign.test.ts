import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { run } from './assign.ts'

const folder = mkdtempSync(join(tmpdir(), 'semai-assign-'))
const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
beforeEach(() => printed.mockClear())
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
function file(...lines: string[]): string {
  const path = join(folder, `${++files}.csv`)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

async function answer(...argv: string[]) {
  expect(await run([...argv, '--json'])).toBe(0)
  return JSON.parse(String(printed.mock.lastCall![0])) as Record<string, unknown>
}

const pairs = file(
  'proposal;"evaluator";score;conflict',
  'P1;Ana;0.9;no',
  'P1;Budi;0.2;0',
  'P1;Citra;0.4;',
  'P2;Ana;0.8;tidak',
  'P2;Budi;0.1;',
  'P2;Citra;NA;ya',
)

test('usual names of columns are found, words of yes and no are read, conflicts need no similarity', async () => {
  const found = await answer('--input', pairs, '--readers-per-paper', '1', '--max-load', '1')
  expect(found).toMatchObject({
    papers: 2,
    readers: 3,
    readings: 2,
    total_similarity: 1.2000000000000002,
    connected: false,
  })
  expect(found['assignment']).toEqual([
    { paper: 'P1', reader: 'Citra', similarity: 0.4, fixed: false },
    { paper: 'P2', reader: 'Ana', similarity: 0.8, fixed: false },
  ])
})

test('files of papers and of readers bring needs, loads and institutions', async () => {
  const papers = file('paper,need,institution', 'P1,2,Bappeda', 'P2,,"Dinas Kesehatan"')
  const readers = file('reader,max,institution', 'Ana,1,Dinas Kesehatan; RSUD', 'Budi,,', 'Citra,,')
  const found = await answer(
    '--input',
    pairs,
    '--readers-per-paper',
    '1',
    '--papers',
    papers,
    '--readers',
    readers,
  )
  expect(found['paper_scores']).toEqual([
    { paper: 'P1', score: 1.3, readers: ['Ana', 'Citra'] },
    { paper: 'P2', score: 0.1, readers: ['Budi'] },
  ])
})

test('the plan is written as CSV, fixed pairs marked', async () => {
  const fixed = file('paper,reader,similarity,fixed', 'a,x,1,0', 'a,y,0.5,1', 'b,x,1,0', 'b,y,1,0')
  const out = join(folder, 'plan.csv')
  await answer('--input', fixed, '--readers-per-paper', '1', '--max-load', '1', '--fair', '--out', out)
  expect(readFileSync(out, 'utf8')).toBe('paper,reader,similarity,fixed\na,y,0.5,1\nb,x,1,0\n')
})

test('a plan that can not be made names the paper and why', async () => {
  await expect(run(['--input', pairs, '--readers-per-paper', '3'])).rejects.toMatchObject({
    code: 'invalid',
    message: 'assignReaders: paper P2 needs 3 readers, but only 2 may read it (1 in conflict).',
  })
})

test.each([
  [['paper,reader,similarity', 'a,x,much'], [], 'row 2, column "similarity": "much" is not a number'],
  [['paper,reader,similarity', 'a,x,'], [], 'row 2, column "similarity": is empty'],
  [
    ['paper,reader,similarity,conflict', 'a,x,1,maybe'],
    [],
    'row 2, column "conflict": "maybe" is neither yes nor no',
  ],
  [['paper,who,similarity', 'a,x,1'], [], 'no column reader, reviewer, evaluator'],
  [
    ['paper,reader,similarity', 'a,x,1'],
    ['--similarity', 'fit'],
    'no column "fit". It has: paper, reader, similarity',
  ],
  [
    ['paper,reader,similarity', 'a,x,1'],
    ['--max-load', '1.5'],
    '--max-load takes a whole number of at least 0; found "1.5"',
  ],
  [['paper,reader,similarity', 'a,x,1', 'a,x,2'], [], 'assignReaders: paper a, reader x: listed twice'],
])('refuses %j %j', async (lines, options, says) => {
  await expect(run(['--input', file(...lines), '--readers-per-paper', '1', ...options])).rejects.toThrow(says)
})

test('what has to be given is asked for', async () => {
  await expect(run([])).rejects.toThrow('Give --input.')
  await expect(run(['--input', pairs])).rejects.toThrow('Give --readers-per-paper.')
})
