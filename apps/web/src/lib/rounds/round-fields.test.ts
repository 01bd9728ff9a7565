import { expect, test } from 'vitest'
import { roundForm } from '@semai/domain/rounds/round.form'
import { roundFields } from './round-fields.ts'

const round = {
  name: 'PKRI 2027 (peragaan)',
  year: 2027,
  opensOn: '2027-04-01',
  assessUntil: '2027-05-20',
  assessors: 2,
  combining: 'mean' as const,
  basis: null,
  basisLink: null,
  revision: 3,
}

test.each(['2027-04-30T09:00:00Z', '2027-04-30T17:00:00Z', '2027-04-30T16:00:00Z'])(
  'the deadline %s comes out of the form as it went in',
  (moment) => {
    const fields = roundFields({ ...round, answersUntil: new Date(moment) })
    const { answersUntil, assessUntil, revision, name } = roundForm.parse(fields)
    expect([answersUntil, assessUntil, revision, name]).toEqual([
      new Date(moment),
      '2027-05-20',
      3,
      round.name,
    ])
  },
)

test('midnight is the end of the day before', () => {
  const fields = roundFields({ ...round, answersUntil: new Date('2027-04-30T17:00:00Z') })
  expect([fields['untilDay'], fields['untilHour']]).toEqual(['2027-04-30', '24'])
})
