import { expect, test } from 'vitest'
import { startedText, startsStated } from './started.ts'

test.each([
  ['2017-10-06', '2017-10-06', '6 Oktober 2017', '6 October 2017'],
  ['2017-10-01', '2017-10-31', 'Oktober 2017', 'October 2017'],
  ['2017-01-01', '2017-12-31', '2017', '2017'],
  ['2017-03-01', '2017-06-30', '2017', '2017'],
  ['2015-01-01', '2017-12-31', '2015–2017', '2015–2017'],
  [null, null, null, null],
  [null, '2017-12-31', null, null],
  ['2017-01-01', null, null, null],
])('a start between %s and %s reads %s', (startedFrom, startedTo, id, en) => {
  const start = { startedFrom, startedTo }
  expect([startedText(start, 'id'), startedText(start, 'en')]).toEqual([id, en])
})

test('the starts that sources state stand side by side, each once, oldest first', () => {
  const facts = [
    { field: 'started', value: '2019' },
    { field: 'name', value: '2001' },
    { field: 'started_year', value: '2017' },
    { field: 'started', value: '2017' },
  ]
  expect(startsStated(facts)).toEqual(['2017', '2019'])
  expect(startsStated([])).toEqual([])
})
