import { expect, test } from 'vitest'
import type { SpreadEvent } from './cumulative.ts'
import { axesOf, dayOf, modelCurve, sharedAxes } from './model-curve.ts'

const size = { width: 400, height: 300, top: 10, right: 20, bottom: 20, left: 30 }
const on = (code: string, day: string): SpreadEvent => ({ code, earliest: day, latest: day })
const events = [on('35.01', '2020-05-01'), on('35.02', '2021-03-01'), on('35.03', '2021-09-01')]
const model = {
  until: 2021,
  reached: 3,
  curve: [2020, 2021, 2022, 2023].map((time, i) => ({ time, total: i * 2 })),
  ahead: [
    { year: 2022, total: { mean: 5, lower: 3, upper: 8 } },
    { year: 2023, total: { mean: 7, lower: 3, upper: 10 } },
  ],
}
const drawn = { events, official: [], ceiling: 10, model, known: '2021-12-31' }

test('the axes hold whole years, the years ahead and the ceiling', () => {
  expect(axesOf(events, drawn)).toEqual({ from: '2020-01-01', until: '2023-12-31', height: 10 })
  expect(axesOf(events, { ...drawn, model: null })).toEqual({
    from: '2020-01-01',
    until: '2021-12-31',
    height: 10,
  })
})

test('two curves beside each other share the wider of both axes', () => {
  const other = { from: '2016-01-01', until: '2021-12-31', height: 509 }
  expect(sharedAxes([axesOf(events, drawn), other])).toEqual({
    from: '2016-01-01',
    until: '2023-12-31',
    height: 509,
  })
})

test('the band begins where the count ended, and the fitted curve ends there', () => {
  const curve = modelCurve({ ...drawn, axes: axesOf(events, drawn) }, size)
  const start = `${Math.round(curve.base.x('2022-01-01') * 10) / 10} ${Math.round(curve.base.y(3) * 10) / 10}`
  expect([curve.band.startsWith(`M${start}L`), curve.middle.startsWith(`M${start}L`)]).toEqual([true, true])
  expect(curve.fitted.split('L').length).toBe(3)
  expect([curve.ceilingY, curve.end!.upper]).toEqual([curve.base.y(10), curve.base.y(10)])
  expect(curve.end!.mean).toBe(curve.base.y(7))
})

test('without a model only the count and the ceiling are drawn', () => {
  const curve = modelCurve({ ...drawn, model: null, axes: axesOf(events, { ...drawn, model: null }) }, size)
  expect([curve.fitted, curve.middle, curve.band, curve.end]).toEqual(['', '', '', null])
  expect(curve.base.total).toBe(3)
})

test('a year with its fraction is a day', () => {
  expect([dayOf(2024), dayOf(2024.5), dayOf(2025.25)]).toEqual(['2024-01-01', '2024-07-02', '2025-04-02'])
})
