import { createWriteStream, readFileSync } from 'node:fs'
import { finished } from 'node:stream/promises'
import { expect, test } from 'vitest'
import { fileProblem } from './file-problem.ts'

async function failure(work: () => unknown): Promise<unknown> {
  try {
    await work()
  } catch (problem) {
    return problem
  }
  throw new Error('it did not fail')
}

test('a file that is not there is named as it was written', async () => {
  expect(fileProblem(await failure(() => readFileSync('/nowhere/a.csv')))).toBe(
    'There is no file /nowhere/a.csv, or no folder for it.',
  )
  expect(fileProblem(await failure(() => finished(createWriteStream('/nowhere/b.csv.part'))))).toBe(
    'There is no file /nowhere/b.csv, or no folder for it.',
  )
})

test('a folder in the place of a file is called a folder', async () => {
  expect(fileProblem(await failure(() => readFileSync('/')), '/')).toBe('/ is a folder; give a file.')
})

test('any other failure is none of a file', async () => {
  expect(fileProblem(new Error('broken'), 'a.csv')).toBeNull()
  expect(fileProblem(Object.assign(new Error('gone'), { code: 'ENOENT' }), 'a.csv')).toBeNull()
})
