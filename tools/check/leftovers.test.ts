import { expect, test } from 'vitest'
import { leftovers } from './leftovers.ts'
import { plantedTree } from './planted-tree.ts'

test('download addresses, focused tests and conflict marks are found with their line', () => {
  using tree = plantedTree({
    'package-lock.json': '{\n  "resolved": "https://example.org/x.tgz"\n}\n',
    'a.ts': '\n<<<<<<< ours\n',
    'b.test.ts': "test.only('x', () => {})\n",
  })
  expect(leftovers(tree.root).sort()).toEqual([
    'a.ts:2: a merge conflict was left in.',
    'b.test.ts:1: a test was left focused.',
    'package-lock.json:2: the lock file carries download addresses; keep omit-lockfile-registry-resolved on.',
  ])
})

test('an open end needs an issue number', () => {
  using tree = plantedTree({ 'a.ts': '// TODO later\n', 'b.ts': '// TODO #12 later\n' })
  expect(leftovers(tree.root)).toEqual(['a.ts:1: an open end without an issue number.'])
})
