import { expect, test } from 'vitest'
import { commitmentForm } from './commitment.form.ts'
import { planContent } from './plan.form.ts'
import { emptyPlan, planGaps, quartersOf } from './plan.ts'
import { readRupiah } from './typed-money.ts'

const plan = {
  ...emptyPlan(2027),
  lastYear: 2028,
  activities: [
    {
      name: 'Latih kader',
      output: '20 kader terlatih',
      post: 'Kepala Puskesmas',
      quarters: ['2027-2', '2027-1', '2027-2', '2029-1'],
    },
  ],
  indicators: [
    { name: 'Waktu tunggu', definition: null, unit: 'menit', baseline: '90', target: '30', post: null },
  ],
  risks: [{ risk: 'Perahu tidak berlayar', response: 'Titip pada kapal perintis' }],
}

test('quarters are kept once, in order, within the years of the plan', () => {
  expect(planContent.parse(plan).activities[0]!.quarters).toEqual(['2027-1', '2027-2'])
  expect(quartersOf(2027, 2028).length).toBe(8)
  expect(planContent.safeParse({ ...plan, lastYear: 2026 }).success).toBe(false)
  expect(planContent.safeParse({ ...plan, lastYear: 2032 }).success).toBe(false)
})

test('a plan says what it still lacks', () => {
  expect(planGaps(planContent.parse(plan))).toEqual([])
  expect(planGaps(emptyPlan(2027)).map(({ en }) => en)).toEqual([
    'There is no activity with its quarters yet.',
    'No indicator has a target yet.',
    'No risk is written down yet.',
  ])
})

test('money is whole rupiah as people write it', () => {
  expect(['125000000', 'Rp 125.000.000', 'rp125 000 000', '125.000.000,-', '0'].map(readRupiah)).toEqual([
    125e6, 125e6, 125e6, 125e6, 0,
  ])
  expect(readRupiah('  ')).toBe(null)
  expect(['12,5', '1.25', '-4', 'dua juta', '9'.repeat(17)].map(readRupiah)).toEqual(
    Array.from({ length: 5 }, () => Number.NaN),
  )
})

test('a commitment names its head, its document and an amount for each year', () => {
  const said = {
    signer: 'Bupati Sukamaju',
    post: 'Bupati Sukamaju',
    signedOn: '2026-02-10',
    number: '900/12/2026',
    amounts: '2027 | 125.000.000\n2028|Rp 80.000.000',
  }
  expect(commitmentForm.parse(said)).toEqual({
    ...said,
    link: null,
    covers: [],
    amounts: [
      { year: 2027, amount: 125e6 },
      { year: 2028, amount: 80e6 },
    ],
  })
  const bad = ['', '2027', '2027 | banyak', '2027|1\n2027|2', '27|1', '2027|1|2']
  expect(bad.map((amounts) => commitmentForm.safeParse({ ...said, amounts }).success)).toEqual(
    bad.map(() => false),
  )
})
