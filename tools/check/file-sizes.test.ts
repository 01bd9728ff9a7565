import { expect, test } from 'vitest'
import { fileSizes } from './file-sizes.ts'
import { plantedTree } from './planted-tree.ts'

const exceptions = 'tools/check/size-exceptions.json'

test('a file above 300 lines needs a reason, one above 200 gets a remark', () => {
  using tree = plantedTree({
    [exceptions]: '{ "apps/web/src/table.ts": "one table" }',
    'apps/web/src/table.ts': '\n'.repeat(301),
    'apps/web/src/long.ts': '\n'.repeat(301),
    'apps/web/src/longish.ts': '\n'.repeat(201),
    'apps/web/src/short.ts': '\n'.repeat(200),
    'data/list.ts': '\n'.repeat(301),
  })
  expect(fileSizes(tree.root)).toEqual({
    findings: ['apps/web/src/long.ts: 301 lines, at most 300: split it, or give a reason.'],
    remarks: ['apps/web/src/longish.ts: 201 lines, 200 are wished for'],
  })
})

test('a reason goes when its file shrinks or is gone', () => {
  using tree = plantedTree({ [exceptions]: '{ "a.ts": "was long", "gone.ts": "was long" }', 'a.ts': '\n' })
  expect(fileSizes(tree.root).findings).toEqual([
    `${exceptions}: a.ts needs no exception any more.`,
    `${exceptions}: gone.ts needs no exception any more.`,
  ])
})
