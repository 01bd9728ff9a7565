import { expect, test } from 'vitest'
import { seedingQuestion } from './seeding-question.ts'

const regions = [
  { code: '35.10', name: 'Kabupaten Banyuwangi' },
  { code: '13.72', name: 'Kota Solok' },
]
const asked = (query: string) => seedingQuestion(new URLSearchParams(query), regions)

test('without a question, five places are asked for', () => {
  expect(asked('')).toEqual({ budget: 5, must: [], typed: { budget: '5', must: '' }, faults: {} })
})

test('regions are named in any case, and count once', () => {
  expect(asked('jumlah=2&wajib=kota solok, KABUPATEN BANYUWANGI,Kota Solok').must).toEqual(['13.72', '35.10'])
})

test('what does not fit is told by field, and what was typed stays', () => {
  expect(asked('jumlah=0').faults).toEqual({ budget: 'range' })
  expect(asked('jumlah=21').faults).toEqual({ budget: 'range' })
  expect(asked('jumlah=dua').faults).toEqual({ budget: 'range' })
  expect(asked('jumlah=3&wajib=Atlantis, Kota Solok')).toMatchObject({
    faults: { must: { unknown: ['Atlantis'] } },
    typed: { budget: '3', must: 'Atlantis, Kota Solok' },
  })
  expect(asked('jumlah=1&wajib=Kota Solok,Kabupaten Banyuwangi').faults).toEqual({ must: 'many' })
})
