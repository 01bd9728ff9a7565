import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aComponent, islandMedicine, islandMedicineLater } from '@semai/testkit/blueprint-scene'
import { componentKinds, detailsOf } from '../blueprints/blueprint.ts'
import { readDetail } from '../blueprints/typed-detail.ts'
import { blueprintRecord, fromBlueprintRecord, toBlueprintRecord } from './blueprint-record.ts'
import { departures, formatOf } from './validation.ts'

const head = { innovation: null, version: null, published_at: null }

test('a blueprint goes out and comes in as it was; amounts are written one way', () => {
  for (const content of [islandMedicine, islandMedicineLater]) {
    const back = fromBlueprintRecord(blueprintRecord.parse(toBlueprintRecord(content, head)))
    const cost = aComponent('cost', 'bahan-bakar', {
      ...content.components.find(({ kind }) => kind === 'cost'),
    })
    const plain = content.components.map((one) =>
      one.kind === 'cost' ? { ...cost, amount_rupiah: '36000000' } : one,
    )
    expect(back).toEqual({ ...content, components: plain })
    expect(toBlueprintRecord(back, head)).toEqual(toBlueprintRecord(content, head))
  }
})

const typed = fc.constantFrom(
  null,
  '',
  ' ',
  '0',
  '12',
  '1.250,5',
  'lima',
  'https://contoh.test/a',
  '2026-03-02',
  'monthly',
)
const components = fc
  .constantFrom(...componentKinds)
  .chain((kind) =>
    fc.tuple(
      fc.constant(kind),
      fc.array(typed, { minLength: 10, maxLength: 10 }),
      fc.constantFrom(null, 'Nama'),
    ),
  )

test('whatever was typed and can be read, the record follows the published format and comes back the same', () => {
  fc.assert(
    fc.property(components, ([kind, values, title]) => {
      const given = detailsOf(kind).flatMap(([name, detail], at) => {
        const value = values[at] ?? null
        const fits = detail.is !== 'choice' || (value !== null && detail.of.includes(value))
        return fits && value?.trim() ? [[name, value]] : []
      })
      const content = {
        note: null,
        components: [aComponent(kind, 'a', { ...Object.fromEntries(given), title })],
      }
      const record = toBlueprintRecord(content, head)
      expect(departures(record, 'blueprint')).toEqual([])
      const again = toBlueprintRecord(fromBlueprintRecord(record), head)
      expect(again).toEqual(record)
    }),
  )
})

test('what can not be read is no value', () => {
  expect([readDetail({ is: 'number' }, 'lima'), readDetail({ is: 'rupiah' }, 'Rp 1.000')]).toEqual([
    null,
    1000,
  ])
})

test('departures of a file are told by their place', () => {
  const record = toBlueprintRecord(islandMedicine, head)
  const [first, second, ...rest] = record.components
  const broken = {
    ...record,
    components: [
      { ...first, colour: 'red' },
      { ...second, key: 'obat-terputus', number: 12 },
      { ...first, kind: 'cat' },
      ...rest,
    ],
  }
  expect(formatOf(broken)).toBe('blueprint')
  expect(departures(broken, 'blueprint')).toEqual([
    { path: 'components[0].colour', says: 'is not a field of this format; remove it' },
    { path: 'components[1].number', says: 'must be a text in quotes; found 12' },
    { path: 'components[2].kind', says: 'is not one of the kinds this format has' },
  ])
  const twice = { ...record, components: [first, first] }
  expect(departures(twice, 'blueprint')).toEqual([
    { path: 'components[1].key', says: 'Two components have this key. Give each a key of its own.' },
  ])
})
