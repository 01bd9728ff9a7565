import fc from 'fast-check'
import { expect, test } from 'vitest'
import { likelyCause } from './likely-cause.ts'
import { nearestClock, paceOf, stuckAfter } from './stage-clock.ts'

const clock = (cases: number) => ({ cases, lower: 20, median: 30, upper: 40 })

test('one is compared with the nearest likeness of which enough went before', () => {
  expect(nearestClock({ innovation: clock(8), place: clock(90), all: clock(900) })?.likeness).toBe(
    'innovation',
  )
  expect(nearestClock({ innovation: clock(7), place: clock(90), all: clock(900) })?.likeness).toBe('place')
  expect(nearestClock({ innovation: clock(7), all: clock(900) })?.likeness).toBe('all')
  expect(nearestClock({ innovation: clock(7), all: clock(7) })).toBeNull()
})

test('slow is beyond three quarters of the others, stuck beyond the fence; of too few nothing is said', () => {
  expect([40, 41, 70, 71].map((days) => paceOf(days, clock(20)))).toEqual(['usual', 'slow', 'slow', 'stuck'])
  expect([paceOf(900, clock(7)), paceOf(900, null)]).toEqual(['unknown', 'unknown'])
})

test('where all took about as long, two weeks are left before anybody is called stuck', () => {
  expect(stuckAfter({ cases: 30, lower: 1, median: 1, upper: 1 })).toBe(15)
})

test('waiting longer never looks better', () => {
  const order = ['usual', 'slow', 'stuck']
  const quartiles = fc
    .tuple(fc.nat(400), fc.nat(400), fc.nat(400))
    .map((three) => three.toSorted((a, b) => a - b) as [number, number, number])
  fc.assert(
    fc.property(quartiles, fc.nat(2_000), fc.nat(200), ([lower, median, upper], days, more) => {
      const clock = { cases: 8, lower, median, upper }
      expect(order.indexOf(paceOf(days + more, clock))).toBeGreaterThanOrEqual(
        order.indexOf(paceOf(days, clock)),
      )
    }),
  )
})

test('the likely cause is read from the record, in the order in which things come', () => {
  const said = (given: Partial<Parameters<typeof likelyCause>[0]>) =>
    likelyCause(
      { state: 'preparing', milestones: [], answerBy: null, budgetLine: null, ...given },
      { today: '2026-03-04' },
    ).en
  const reached = (...kinds: ('choice' | 'plan' | 'commitment')[]) =>
    kinds.map((kind) => ({ kind, plannedOn: null, reachedOn: '2026-02-01' }))
  expect([
    said({ state: 'proposed' }),
    said({ state: 'proposed', answerBy: '2026-03-03' }),
    said({ milestones: [{ kind: 'team', plannedOn: '2026-03-01', reachedOn: null }] }),
    said({}),
    said({ milestones: reached('choice') }),
    said({ milestones: reached('choice', 'plan') }),
    said({ milestones: reached('choice', 'plan', 'commitment') }),
    said({ milestones: reached('choice', 'plan', 'commitment'), budgetLine: '1.02' }),
  ]).toEqual([
    'The recommendation is not answered yet.',
    'The recommendation is not answered yet; that was due 1 day ago.',
    'Decree of the team: 3 days behind its plan.',
    'The choice and its minute are not on record yet.',
    'The action plan is not on record yet.',
    'The commitment is not signed yet.',
    'No budget line is filled in yet.',
    'Its record is complete; the cause cannot be seen from here. Ask the unit.',
  ])
})
