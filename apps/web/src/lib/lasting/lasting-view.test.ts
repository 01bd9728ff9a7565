import { expect, test } from 'vitest'
import { axisYears, groupName, lastYear, nationalPicture } from './lasting-view.ts'

const point = (month: number, share: number) => ({ month, share })

test('the last whole year of age is what a sentence tells', () => {
  expect(lastYear([point(0, 1), point(12, 0.9), point(24, 0.8), point(30, 0.7)])).toEqual({
    year: 2,
    share: 0.8,
  })
  expect(lastYear([point(0, 1), point(11, 0.9)])).toBeNull()
})

test('curves beside each other share an axis of whole years', () => {
  expect(axisYears([{ points: [point(0, 1), point(30, 0.7)] }, { points: [point(0, 1)] }])).toBe(3)
  expect(axisYears([])).toBe(1)
})

test('groups are called by their names in both languages', () => {
  const categories = [{ key: 'kesehatan', nameId: 'Kesehatan', nameEn: 'Health' }]
  expect([
    groupName('kesehatan', { by: 'category', lang: 'en', categories }),
    groupName('unknown', { by: 'form', lang: 'id', categories }),
    groupName('city', { by: 'place', lang: 'en', categories }),
    groupName('adoption', { by: 'form', lang: 'id', categories }),
  ]).toEqual(['Health', 'Bentuk belum dinyatakan', 'Cities', 'Adopsi'])
})

test('the published picture says how many its parts leave unexplained, and is whole or not shown', () => {
  const figure = (measure: string, value: number) => ({
    measure,
    value,
    asOf: '2024-10-31',
    precision: 'month' as const,
    source: 'Koran',
  })
  const all = [
    figure('records', 2928),
    figure('records_updated', 2355),
    figure('records_continuing', 1916),
    figure('records_stopped', 429),
  ]
  expect(nationalPicture(all)).toMatchObject({ numbers: [2928, 2355, 1916, 429], gap: 10 })
  expect(nationalPicture(all.slice(1))).toBeNull()
})
