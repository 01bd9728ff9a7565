import { expect, test } from 'vitest'
import { innovationsRead } from './innovations-read.ts'
import { quickParse } from './quick-parse.ts'

const shape = innovationsRead.query
const parse = quickParse(shape)

test('a form filled in part reads as by the whole shape', () => {
  for (const typed of [
    {},
    { q: ' ktp ', provinsi: '35,51', dari: '2020', urut: 'terbaru', limit: '20' },
    { provinsi: ['35', '51', '35'], q: '', bertahap: 'ya' },
    { kekuatan: 'verified', penghargaan: 'KIPP 2019', cursor: 'abc' },
  ]) {
    expect(parse(typed)).toEqual(shape.safeParse(typed))
  }
})

test('what is wrong or unknown is refused with the same faults', () => {
  for (const typed of [{ dari: 'kapan' }, { limit: '0', urut: 'x' }, { warna: 'biru' }, { toString: 'x' }]) {
    const [quick, whole] = [parse(typed), shape.safeParse(typed)]
    expect(quick.success).toBe(false)
    expect(quick.error?.issues).toEqual(whole.error?.issues)
  }
})

test('each answer is an object of its own', () => {
  const [one, other] = [parse({}), parse({})]
  expect(one.data).toEqual(other.data)
  expect(one.data).not.toBe(other.data)
})
