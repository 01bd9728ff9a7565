import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { aim, bundleSizes, sizeOf } from './bundle-sizes.ts'
import { publicExports, sourceFolder } from './public-exports.ts'

const root = resolve(import.meta.dirname, '../..')

test('what is imported and not used leaves nothing in a bundle', async () => {
  // By the path of the file, so that no package.json promises what the code does not keep.
  const index = JSON.stringify(join(root, sourceFolder, 'index.ts'))
  expect(await sizeOf(`import * as all from ${index}\nexport const used = 1`)).toEqual(
    await sizeOf('export const used = 1'),
  )
})

test('every function weighs something alone, and together they share; a topic is half of what all may weigh at most', async () => {
  const { whole, topics, alone } = await bundleSizes(root)
  const functions = publicExports(root).filter(({ kind }) => kind === 'function')
  expect(alone.map(({ name }) => name)).toEqual(functions.map(({ name }) => name))
  expect(alone.filter(({ gzip }) => gzip >= whole.gzip / 4)).toEqual([])
  expect(topics.filter(({ gzip }) => gzip >= aim / 2)).toEqual([])
  expect(alone.reduce((sum, { minified }) => sum + minified, 0)).toBeGreaterThan(whole.minified)
}, 120_000)
