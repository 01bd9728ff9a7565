import { describe, expect, test } from 'vitest'
import { regionTimeline } from './region-timeline.ts'

const created = (name: string, startedFrom: string | null, startedTo = startedFrom) => ({
  name,
  startedFrom,
  startedTo,
})
const claim = (innovation: string, latest: string, precision: 'day' | 'month' | 'year' | 'by' = 'day') => ({
  innovation,
  regionName: 'Kabupaten Banyuwangi',
  latest,
  precision,
  happening: 'opened' as const,
})

describe('what the timeline of a region is drawn from', () => {
  test.each([
    ['2016-10-06', '2016-10-06', '2016-10-06'],
    ['2016-10-01', '2016-10-31', '2016-10'],
    ['2016-01-01', '2016-12-31', '2016'],
  ])('a start between %s and %s stands at %s', (from, to, date) => {
    expect(regionTimeline([created('A', from, to)], [], [], 'id').created).toEqual([{ date, name: 'A' }])
  })

  test('a date is cut to what is known of it, and an upper bound is no date', () => {
    const { adopted, dated } = regionTimeline(
      [],
      [claim('MPP', '2017-10-06'), claim('112', '2019-12-31', 'year'), claim('PKK', '2022-05-31', 'by')],
      [],
      'en',
    )
    expect(adopted).toEqual([
      { date: '2017-10-06', name: 'MPP', sub: '6 October 2017' },
      { date: '2019', name: '112', sub: '2019' },
    ])
    expect(dated).toBe(2)
  })

  test('what has no date is counted, not drawn', () => {
    const line = regionTimeline([created('A', null), created('B', '2016-10-06')], [], [], 'id')
    expect([line.created.length, line.dated, line.undated]).toEqual([1, 1, 1])
  })

  test('neighbours without anything in common are left out, and their names are short', () => {
    const nobody = { name: 'Kabupaten Jember', innovation: null, latest: null, precision: null }
    const near = {
      name: 'Kota Surabaya',
      innovation: 'MPP',
      latest: '2017-10-31',
      precision: 'month',
    } as const
    expect(regionTimeline([], [], [nobody, near], 'id').neighbours).toEqual([
      { date: '2017-10', name: 'Surabaya' },
    ])
  })

  test('fourteen fit a lane; more are a map, not a line', () => {
    const claims = Array.from({ length: 15 }, (_, i) => claim(`I${i}`, `20${i + 10}-01-01`))
    expect(regionTimeline([], claims.slice(1), [], 'id').dated).toBe(14)
    const crowded = regionTimeline([created('A', '2016-10-06'), created('B', null)], claims, [], 'id')
    expect([crowded.created, crowded.adopted, crowded.dated, crowded.undated]).toEqual([[], [], 0, 1])
  })
})
