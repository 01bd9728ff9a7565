import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayIn } from '../time/clock.ts'
import { budgetWindows, stageOf, windowSays } from './budget-calendar.ts'
import type { BudgetRules } from './budget-calendar.ts'
import { budgetChains, chainOf, fundingKinds } from './budget-chain.ts'
import type { ChainKind, RecordedLink } from './budget-chain.ts'
import { budgetWarnings, budgetYears, chainStanding } from './budget-standing.ts'
import type { BudgetRecords } from './budget-standing.ts'
import { openWays } from './open-ways.ts'
import { pledgesOf, yearsMeant } from './pledges.ts'

const basis = { id: 'Kelaziman.', en: 'Usual practice.' }
const period = (from: [number, string], to: [number, string]) => ({
  from: { yearsBefore: from[0], day: from[1] },
  to: { yearsBefore: to[0], day: to[1] },
  basis,
})
const rules: BudgetRules = {
  note: basis,
  windows: {
    local: {
      renja_rkpd: period([1, '01-01'], [1, '06-30']),
      kua_ppas: period([1, '07-01'], [1, '08-14']),
      dpa: period([1, '12-01'], [0, '01-15']),
    },
    central: { dipa: period([1, '11-01'], [1, '12-31']) },
    company: {},
    other: {},
  },
  ways: { apbd_change: period([0, '06-01'], [0, '09-30']) },
  codes: {},
  regions: { '35.10': { kua_ppas: period([1, '07-15'], [1, '08-31']) } },
}
const at = (today: string, there: RecordedLink[] = [], regionCode: string | null = null) =>
  budgetWindows(rules, { chain: 'local', regionCode, year: 2027, there, today }).map(
    ({ link, state, days }) => [link, state, days],
  )

test('a chain follows from what the institution is', () => {
  expect([chainOf('government'), chainOf('police'), chainOf('state_company'), chainOf('university')]).toEqual(
    ['local', 'central', 'company', 'other'],
  )
})

test('each window is ahead, open or missed, to the day', () => {
  expect(at('2026-06-30')).toEqual([
    ['renja_rkpd', 'open', 0],
    ['kua_ppas', 'ahead', 1],
    ['dpa', 'ahead', 154],
  ])
  expect(at('2026-07-01')).toEqual([
    ['renja_rkpd', 'missed', 1],
    ['kua_ppas', 'open', 44],
    ['dpa', 'ahead', 153],
  ])
  expect(at('2026-12-31')[2]).toEqual(['dpa', 'open', 15])
  expect(at('2027-01-01')[2]).toEqual(['dpa', 'open', 14])
  expect(at('2027-01-15')[2]).toEqual(['dpa', 'open', 0])
  expect(at('2027-01-16')[2]).toEqual(['dpa', 'missed', 1])
})

test('what is recorded, or followed by something recorded, misses nothing', () => {
  expect(at('2026-09-01', ['kua_ppas'])).toEqual([
    ['renja_rkpd', 'recorded', 0],
    ['kua_ppas', 'recorded', 0],
    ['dpa', 'ahead', 91],
  ])
})

test('a region may have a calendar of its own', () => {
  expect(at('2026-08-20')[1]).toEqual(['kua_ppas', 'missed', 6])
  expect(at('2026-08-20', [], '35.10')[1]).toEqual(['kua_ppas', 'open', 11])
})

test('a plan is told a month and a week before, and once it was missed', () => {
  const told = [
    '2026-07-14',
    '2026-07-15',
    '2026-08-06',
    '2026-08-07',
    '2026-08-14',
    '2026-08-15',
    '2026-09-14',
  ]
  const window = (today: string) =>
    budgetWindows(rules, { chain: 'local', regionCode: null, year: 2027, there: [], today })[1]!
  expect(told.map((today) => stageOf(window(today)))).toEqual([
    null,
    'month',
    'month',
    'week',
    'week',
    'missed',
    null,
  ])
  expect(windowSays(window('2026-07-22'))).toEqual({
    id: 'Rencana ini melewatkan jendela KUA-PPAS 2027 dalam 23 hari.',
    en: 'This plan misses the window of Budget policy (KUA-PPAS) 2027 in 23 days.',
  })
  expect(windowSays(window('2026-08-14')).id).toBe('Hari ini hari terakhir jendela KUA-PPAS 2027.')
  expect(windowSays(window('2026-08-19')).id).toBe(
    'Rencana ini melewatkan jendela KUA-PPAS 2027 5 hari yang lalu.',
  )
})

const anyDay = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((moment) => dayIn(moment))

test('on any day each window is just one of ahead, open and missed, and never goes back', () => {
  const rank = { ahead: 0, open: 1, missed: 2, recorded: 3 }
  const ranks = (today: string) =>
    budgetWindows(rules, { chain: 'local', regionCode: null, year: 2027, there: [], today }).map(
      ({ state }) => rank[state],
    )
  fc.assert(
    fc.property(anyDay, anyDay, (one, other) => {
      const [first, second] = one <= other ? [one, other] : [other, one]
      const [before, after] = [ranks(first), ranks(second)]
      expect(after.every((state, i) => state >= before[i]!)).toBe(true)
    }),
  )
})

test('ways out are those of the chain, each with when it is open', () => {
  const open = (chain: ChainKind, today: string) =>
    openWays(rules, { chain, year: 2027, today }).map(({ name, isOpen }) => [name, isOpen])
  expect(open('local', '2026-09-01')).toEqual([
    ['apbd_change', false],
    ['apbd_shift', true],
    ['other_sources', true],
    ['no_cost', true],
    ['next_year', true],
  ])
  expect(open('local', '2027-06-01')[0]).toEqual(['apbd_change', true])
  expect(open('central', '2027-06-01')[0]).toEqual(['dipa_revision', true])
})

const amount = fc.integer({ min: 0, max: 1e12 })
const year = fc.integer({ min: 2026, max: 2029 })
const anyRecords: fc.Arbitrary<BudgetRecords> = fc
  .constantFrom<ChainKind>('local', 'central', 'company', 'other')
  .chain((chain) =>
    fc.record({
      chain: fc.constant(chain),
      pledges: fc.uniqueArray(fc.record({ year, amount }), { selector: (one) => one.year }),
      links: fc.uniqueArray(
        fc.record({
          year,
          link: fc.constantFrom(
            ...budgetChains[chain].links.filter((link): link is RecordedLink => link !== 'commitment'),
          ),
          number: fc.constant(null),
          on: fc.constant(null),
          code: fc.constant(null),
          amount: fc.option(amount, { nil: null }),
        }),
        { selector: (one) => `${one.year} ${one.link}` },
      ),
      funding: fc.array(
        fc.record({
          year,
          kind: fc.constantFrom(...fundingKinds),
          pledged: amount,
          allocated: amount,
          spent: amount,
        }),
        { maxLength: 6 },
      ),
    }),
  )

test('spending above what was allocated is never silent, and nothing else is said to be so', () => {
  fc.assert(
    fc.property(anyRecords, (records) => {
      const over = budgetYears(records).flatMap((one) => (one.spent > one.allocated ? [one.year] : []))
      const warned = budgetWarnings(records, null).flatMap(({ link, year, says }) =>
        link === 'realisation' && says.en.startsWith('Spending') ? [year] : [],
      )
      expect(warned).toEqual(over)
    }),
  )
})

test('sums do not depend on the order, and hold every rupiah once', () => {
  fc.assert(
    fc.property(anyRecords, (records) => {
      const turned = {
        ...records,
        pledges: records.pledges.toReversed(),
        links: records.links.toReversed(),
        funding: records.funding.toReversed(),
      }
      expect(budgetYears(turned)).toEqual(budgetYears(records))
      const { allocates } = budgetChains[records.chain]
      const total = budgetYears(records).reduce((sum, { allocated }) => sum + allocated, 0)
      const expected =
        records.links.reduce((sum, one) => sum + (one.link === allocates ? (one.amount ?? 0) : 0), 0) +
        records.funding.reduce((sum, one) => sum + one.allocated, 0)
      expect(total).toBe(expected)
    }),
  )
})

test('links out of order, misdated or with an odd code warn, and hold nothing up', () => {
  const record = (link: RecordedLink, on: string, code: string | null = null) => ({
    year: 2027,
    link,
    number: '1',
    on,
    code,
    amount: 100,
  })
  const records: BudgetRecords = {
    chain: 'local',
    pledges: [{ year: 2027, amount: 150 }],
    links: [
      record('renja_rkpd', '2026-06-20'),
      record('kua_ppas', '2026-06-10', 'abc'),
      record('dpa', '2026-12-20'),
    ],
    funding: [],
  }
  expect(chainStanding(records, 2027).map(({ link, isThere }) => [link, isThere])).toEqual([
    ['commitment', true],
    ['renja_rkpd', true],
    ['kua_ppas', true],
    ['rka', false],
    ['dpa', true],
    ['realisation', false],
  ])
  expect(budgetWarnings(records, /^\d/).map(({ says }) => says.id)).toEqual([
    'Alokasi 2027 kurang Rp 50 dari yang dijanjikan.',
    'KUA-PPAS 2027 bertanggal sebelum Renja/RKPD.',
    'Kode "abc" pada KUA-PPAS 2027 tidak berbentuk seperti biasanya. Periksa lagi dokumennya.',
    'DPA 2027 sudah tercatat, RKA belum.',
  ])
})

test('of several commitments the one signed last counts for each year', () => {
  expect(
    pledgesOf([
      { signedOn: '2026-05-01', amounts: [{ year: 2027, amount: 90 }] },
      {
        signedOn: '2026-02-01',
        amounts: [
          { year: 2028, amount: 70 },
          { year: 2027, amount: 100 },
        ],
      },
    ]),
  ).toEqual([
    { year: 2027, amount: 90 },
    { year: 2028, amount: 70 },
  ])
})

test('the years that are meant begin with the running one', () => {
  const given = { year: 2027, plan: { firstYear: 2025, lastYear: 2028 }, pledges: [{ year: 2030 }] }
  expect(yearsMeant(given, '2027-01-01')).toEqual([2027, 2028, 2030])
  expect(yearsMeant({ year: null, plan: null, pledges: [] }, '2027-01-01')).toEqual([])
})
