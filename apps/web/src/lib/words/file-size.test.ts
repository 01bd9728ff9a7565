import { expect, test } from 'vitest'
import { fileSize } from './file-size.ts'

test.each([
  [512, '512 B', '512 B'],
  [88_336, '88 kB', '88 kB'],
  [1_234_567, '1,2 MB', '1.2 MB'],
])('%i bytes read %s in Indonesian and %s in English', (bytes, id, en) => {
  expect([fileSize('id', bytes), fileSize('en', bytes)]).toEqual([id, en])
})
