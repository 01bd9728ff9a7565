import type { FamilyClaim } from '@semai/domain/claims/family'
import type { Relative } from '@semai/store/spread/family.queries'
import { expect, test } from 'vitest'
import { familyView, leafOf } from './family-view.ts'

const claim = (given: Partial<FamilyClaim>): FamilyClaim => ({
  innovationCode: 'INV-1',
  kind: 'event',
  happening: 'opened',
  latest: '2021-07-02',
  precision: 'day',
  strength: 'verified',
  validUntil: null,
  stoppedOn: null,
  localName: null,
  form: null,
  version: null,
  organisation: 'Pemda',
  organisationSlug: `pemda-${given.regionCode}`,
  regionCode: '35.10',
  provinceCode: '35',
  ...given,
})
const relative = (code: string, relation: Relative['relation']): Relative => ({
  id: code,
  code,
  slug: code.toLowerCase(),
  name: `Nama ${code}`,
  origin: 'Asal lain',
  originSlug: 'asal-lain',
  relation,
})
const regions = [
  { code: '33', name: 'Jawa Tengah' },
  { code: '35', name: 'Jawa Timur' },
]
const view = (claims: FamilyClaim[], kin: Relative[] = []) =>
  familyView({ code: 'INV-1', originSlug: 'asal' }, { kin, claims, regions, today: '2026-03-02' })

test('provinces with most replicas come first, then the records that came from it', () => {
  const { branches, parents, replicas, credit, furtherCredit } = view(
    [
      claim({ regionCode: '33.01', provinceCode: '33' }),
      claim({ regionCode: '35.01' }),
      claim({ regionCode: '35.02', stoppedOn: '2023-01-01' }),
      claim({ innovationCode: 'INV-2', regionCode: '33.02', provinceCode: '33' }),
    ],
    [relative('INV-0', 'parent'), relative('INV-2', 'child')],
  )
  expect(branches.map(({ name, running, stopped }) => [name, running, stopped])).toEqual([
    ['Jawa Timur', 1, 1],
    ['Jawa Tengah', 1, 0],
    ['Nama INV-2', 1, 0],
  ])
  expect(parents.map(({ code }) => code)).toEqual(['INV-0'])
  expect([replicas, credit, furtherCredit]).toEqual([4, 2, 1])
})

test('the axis reaches from the first date to this year, and is never a point', () => {
  expect(view([claim({ latest: '2017-10-06' })]).span).toEqual([2017, 2026])
  expect(view([claim({ latest: '2026-01-06' })]).span).toEqual([2025, 2026])
  expect(view([]).span).toEqual([2025, 2026])
})

test('a leaf is solid where others stand behind it, and struck where it stopped', () => {
  const leaf = (given: Partial<FamilyClaim>) => leafOf(view([claim(given)]).branches[0]!.replicas[0]!)
  expect(leaf({})).toEqual({ at: 2021 + 182 / 365, kind: 'sure' })
  expect(leaf({ strength: 'declared' }).kind).toBe('open')
  expect(leaf({ stoppedOn: '2022-01-01' }).kind).toBe('stopped')
  expect(leaf({ precision: 'by' }).at).toBe(null)
})
