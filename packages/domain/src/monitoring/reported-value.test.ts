import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reportForm } from './quarterly-report.form.ts'
import { typedValues, valueFields, withValues } from './reported-value.ts'

const typed = {
  key: '00000000-0000-4000-8000-000000000001',
  replication: 'REP-0001',
  year: '2026',
  quarter: '1',
}
const parse = (cells: Record<string, string>) =>
  reportForm.safeParse({
    ...typed,
    ...Object.fromEntries(Object.entries(cells).map(([name, value]) => [`values.obat.${name}`, value])),
  })
const faults = (cells: Record<string, string>) =>
  parse(cells).error?.issues.map(({ path }) => path.join('.')) ?? []

test('a value is read as Indonesians write it, with the people of each group', () => {
  const cells = { value: '84,5', all: '1.200', allOf: '1.420', women: '640', womenOf: '700', remote: '90' }
  expect(parse(cells).data?.values).toEqual({
    obat: {
      value: 84.5,
      all: { reached: 1200, of: 1420 },
      groups: { women: { reached: 640, of: 700 }, remote: { reached: 90, of: null } },
    },
  })
  expect(parse({ value: ' ', all: '' }).data?.values).toEqual({})
})

test('a part is never more than its whole, and never stands without it', () => {
  expect(faults({ value: '15 menit' })).toEqual(['values.obat.value'])
  expect(faults({ women: '3', all: '5' })).toEqual(['values.obat.value'])
  expect(faults({ value: '1', all: '5,5' })).toEqual(['values.obat.all'])
  expect(faults({ value: '1', all: '9', allOf: '8' })).toEqual(['values.obat.all'])
  expect(faults({ value: '1', women: '3' })).toEqual(['values.obat.women'])
  expect(faults({ value: '1', all: '5', women: '6' })).toEqual(['values.obat.women'])
  expect(faults({ value: '1', all: '5', allOf: '9', women: '4', womenOf: '3' })).toEqual([
    'values.obat.women',
  ])
  expect(faults({ value: '1', all: '5', women: '4', womenOf: '9' })).toEqual(['values.obat.womenOf'])
  expect(faults({ value: '1', all: '5', allOf: '8', women: '4', womenOf: '9' })).toEqual([
    'values.obat.womenOf',
  ])
  expect(faults({ value: '1', all: '5', allOf: '9', womenOf: '3' })).toEqual(['values.obat.women'])
})

const number = fc.integer({ min: 0, max: 99_999_999 })
const count = fc.tuple(number, fc.option(number)).map(([reached, more]) => ({
  reached,
  of: more === null ? null : reached + more,
}))

test('whatever was accepted fills the form again and is read the same', () => {
  const value = fc.record({
    name: fc.constant('Obat'),
    unit: fc.constant('orang'),
    value: number,
    all: count,
  })
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/), value), (values) => {
      const whole = Object.fromEntries(
        Object.entries(values).map(([key, one]) => [key, { ...one, groups: { women: one.all } }]),
      )
      const read = typedValues.parse((withValues(valueFields(whole)) as { values?: unknown }).values)
      expect({ ...read }).toEqual(
        Object.fromEntries(
          Object.entries(whole).map(([key, { value, all, groups }]) => [key, { value, all, groups }]),
        ),
      )
    }),
    { numRuns: 50 },
  )
})
