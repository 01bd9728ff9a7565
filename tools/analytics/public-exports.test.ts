import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { described } from '../docs/analytics-page.ts'
import { publicExports } from './public-exports.ts'

const root = resolve(import.meta.dirname, '../..')

test('every function that is published says what it does', () => {
  const silent = publicExports(root).filter(({ kind, doc }) => kind === 'function' && doc === '')
  expect(silent.map(({ name, module }) => `${module}: ${name}`)).toEqual([])
})

test('no name is published twice, and every one stands under a heading', () => {
  const exports = publicExports(root)
  expect(new Set(exports.map(({ name }) => name)).size).toBe(exports.length)
  expect(exports.filter(({ group }) => group === '')).toEqual([])
})

test('a docstring becomes a text, points and an example', () => {
  const doc = [
    'Doubles x.',
    '@throws RangeError when x is not a',
    '  number.',
    'Cost: nothing.',
    '@example twice(2) // 4',
    '  // as one expects',
  ]
  expect(described(doc.join('\n'))).toEqual([
    'Doubles x.',
    '',
    '- **Throws.** RangeError when x is not a',
    '  number.',
    '- **Cost.** nothing.',
    '',
    '```ts',
    'twice(2) // 4',
    '  // as one expects',
    '```',
  ])
})
