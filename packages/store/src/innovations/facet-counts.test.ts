import fc from 'fast-check'
import {
  innovationFilter,
  innovationFilterForm,
  listOrders,
} from '@semai/domain/innovations/innovation-filter.form'
import type { InnovationFilter } from '@semai/domain/innovations/innovation-filter.form'
import { publicActor } from '@semai/domain/people/actor'
import { aClaim, aRegion, aSource, anInnovation, anOrganisation, now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeAll, expect, test } from 'vitest'
import { uuidv7 } from '../db/uuid.ts'
import { facetCounts } from './facet-counts.ts'
import { innovationList } from './innovation-list.queries.ts'
import { listPlan } from './list-plan.ts'
import { facetNames } from './list-question.ts'
import type { FacetName, ListQuestion, Place } from './list-question.ts'
import { facetStatement, listStatement } from './list-sql.ts'
import type { ListStatement } from './list-sql.ts'

const { db, pool, owner } = await testDb()

const provinces = ['35', '51', '91']
const choices = {
  provinsi: provinces,
  bidang: ['kesehatan', 'pendidikan'],
  instansi: ['ministry', 'police', 'government'],
  jenis: ['innovation', 'programme'],
  dasar: ['source', 'general_knowledge'],
  tahap: ['trial', 'stopped'],
  penghargaan: ['KIPP', 'UNPSA', 'KIPP 2019'],
  kekuatan: ['reported', 'declared', 'not_updated'],
} as const

type Known = {
  code: string
  words: string[]
  year: number | null
  of: Record<FacetName, string[]>
  awards: string[]
}
const catalogue: Known[] = []

/** 60 innovations of mixed kinds, the same in every run. */
beforeAll(async () => {
  const source = await aSource(db)
  for (const code of provinces) await aRegion(db, { code })
  const origins = new Map<string, string>()
  for (const kind of choices.instansi) origins.set(kind, (await anOrganisation(db, { name: kind, kind })).id)
  const turn = <T>(list: readonly T[], n: number) => list[n % list.length]!
  for (let n = 0; n < 60; n++) {
    const institution = turn(choices.instansi, n * 7 + (n >> 2))
    const known: Known = {
      code: `INV-${n}`,
      words: ['data', ...(n % 3 === 0 ? ['ktp'] : []), ...(n % 7 === 0 ? ['jarang'] : [])],
      year: n % 5 === 0 ? null : 2012 + (n % 13),
      of: {
        provinces: n % 4 === 3 ? [] : [turn(provinces, n)],
        categories: n % 6 === 5 ? [] : [turn(choices.bidang, n >> 1)],
        institutions: [institution],
        kinds: [n % 9 === 0 ? 'programme' : 'innovation'],
        bases: [turn(choices.dasar, n >> 3)],
        stages: n % 2 === 0 ? [] : [turn(choices.tahap, n >> 2)],
        awards: n % 3 === 1 ? ['KIPP', ...(n % 2 === 0 ? ['UNPSA'] : [])] : [],
        strengths: n % 4 === 0 ? ['reported', ...(n % 8 === 0 ? ['not_updated'] : ['declared'])] : [],
      },
      awards: [],
    }
    known.awards = known.of.awards.map((competition) => `${competition} ${2018 + (n % 3)}`)
    const started = known.year === null ? null : `${known.year}-0${1 + (n % 9)}-01`
    const { id } = await anInnovation(db, {
      code: known.code,
      organisation_id: origins.get(institution)!,
      kind: known.of.kinds[0] as 'innovation',
      basis: known.of.bases[0] as 'source',
      province_code: known.of.provinces[0] ?? null,
      category_key: known.of.categories[0] ?? null,
      stage: (known.of.stages[0] ?? null) as 'trial' | null,
      started_from: started,
      started_to: started,
      replicas: n % 4,
      name: turn(['Satu', 'Dua', 'Tiga'], n),
    })
    for (const label of known.awards) {
      const [competition = '', year] = label.split(' ')
      await db
        .insertInto('innovation_award')
        .values({
          id: uuidv7(),
          innovation_id: id,
          label,
          competition: competition as 'KIPP',
          year: Number(year),
          source_id: source.id,
        })
        .execute()
    }
    const place = {
      innovation_id: id,
      organisation_id: origins.get('police')!,
      region_code: '35',
      source_id: source.id,
    }
    for (const strength of known.of.strengths) {
      if (strength !== 'not_updated') await aClaim(db, { ...place, strength: strength as 'reported' })
      else
        await aClaim(db, {
          ...place,
          kind: 'state',
          happening: 'running',
          strength: 'verified',
          valid_until: '2026-03-01',
        })
    }
    await owner.pool.query(
      `update innovation_list set words = to_tsvector('simple', $2) where innovation_id = $1`,
      [id, known.words.join(' ')],
    )
    catalogue.push(known)
  }
})

const someOf = (list: readonly string[]) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.subarray([...list]))
const asked = fc.record({
  q: fc.constantFrom('', 'data', 'ktp', 'jarang'),
  ...Object.fromEntries(Object.entries(choices).map(([name, list]) => [name, someOf(list)])),
  dari: fc.constantFrom('', '2015', '2020'),
  sampai: fc.constantFrom('', '2022'),
  urut: fc.constantFrom('', ...listOrders),
})

const answersText = (known: Known, { text }: InnovationFilter) => text === null || known.words.includes(text)
const answersYears = ({ year }: Known, { yearFrom, yearTo }: InnovationFilter) =>
  (yearFrom === null || (year !== null && year >= yearFrom)) &&
  (yearTo === null || (year !== null && year <= yearTo))

function answersFacet(known: Known, filter: InnovationFilter, name: FacetName): boolean {
  const values = name === 'awards' ? [...known.of.awards, ...known.awards] : known.of[name]
  return filter[name].length === 0 || values.some((value) => filter[name].includes(value))
}

/** The counts by going through the catalogue one by one: a facet is counted without its own choice. */
function counted(filter: InnovationFilter) {
  const base = catalogue.filter((known) => answersText(known, filter) && answersYears(known, filter))
  const answers = (known: Known, but?: FacetName) =>
    facetNames.every((name) => (name === but && !ofYear(filter, name)) || answersFacet(known, filter, name))
  const facets = facetNames.map((facet) => {
    const counts = new Map<string, number>()
    for (const known of base.filter((known) => answers(known, facet))) {
      for (const value of known.of[facet]) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    return [facet, counts] as const
  })
  return {
    codes: base.filter((known) => answers(known)).map((known) => known.code),
    facets: Object.fromEntries(facets),
  }
}

/** An award of one year is asked of every count, its facet's own included. */
const ofYear = (filter: InnovationFilter, name: FacetName) =>
  name === 'awards' && filter.awards.some((award) => award.includes(' '))

function question(typed: object, after: Place | null = null, limit = 7): ListQuestion {
  const filter = innovationFilter(innovationFilterForm.parse(typed))
  return { filter, tsquery: filter.text, ranked: [], today, after, limit }
}

async function walk(typed: object) {
  const codes: string[] = []
  let after: Place | null = null
  do {
    const page = await innovationList(db, publicActor, question(typed, after), now)
    codes.push(...page.rows.map((row) => row.code))
    after = page.next
  } while (after !== null)
  return codes
}

test('whatever is asked, totals and facets are those of counting one by one, and pages give every row once', async () => {
  await fc.assert(
    fc.asyncProperty(asked, async (typed) => {
      const expected = counted(question(typed).filter)
      const { total, facets, capped, facetsLifted } = await innovationList(
        db,
        publicActor,
        question(typed),
        now,
      )
      expect({ total, facets, capped, facetsLifted }).toEqual({
        total: expected.codes.length,
        facets: expected.facets,
        capped: false,
        facetsLifted: true,
      })
      expect((await walk(typed)).toSorted()).toEqual(expected.codes.toSorted())
    }),
    { numRuns: 60 },
  )
}, 120_000)

const asRow = async ({ text, values }: ListStatement) => (await pool.query(text, [...values])).rows[0]

test('each way of reading gives the same page', async () => {
  await fc.assert(
    fc.asyncProperty(asked, async (typed) => {
      const asking = question(typed)
      const pages = await Promise.all(
        (['lifted', 'narrow', 'walk'] as const).map(async (plan) => {
          const reading = { plan, facets: true, textShare: 0.5, audience: 'open' } as const
          const { facets, ...page } = await asRow(listStatement(publicActor, asking, reading))
          const answers = plan === 'lifted' ? 'all' : 'chosen'
          return { page, counted: facetCounts(facets, asking.filter, asking.today, answers) }
        }),
      )
      for (const share of [0.1, 0.5]) {
        const { facets } = await asRow(facetStatement(publicActor, asking, share))
        expect(facetCounts(facets, asking.filter, asking.today, 'chosen')).toEqual(pages[1]!.counted)
      }
      const [lifted, narrow, walk] = pages
      expect([narrow!.page, walk!.page]).toEqual([lifted!.page, lifted!.page])
      expect(walk!.counted).toEqual(narrow!.counted)
      expect(narrow!.counted.total).toBe(lifted!.counted.total)
    }),
    { numRuns: 60 },
  )
}, 120_000)

test('a word that many records have is walked, a rare one looked up, few answers or few records are lifted', () => {
  const plan = (share: number, facets = false, rows = 100_000) =>
    listPlan(
      { ...question({ q: 'data', provinsi: '35', urut: 'terbaru' }), limit: 50 },
      { rows, textShare: () => share, provinceShare: () => 1 / 38 },
      facets,
    )
  expect([plan(0.6), plan(0.1), plan(0.03), plan(0.001)]).toEqual(['walk', 'walk', 'narrow', 'narrow'])
  expect([plan(0.001, true), plan(0.1, true), plan(0.6, true, 5_000)]).toEqual(['lifted', 'narrow', 'lifted'])
  expect([plan(0.19, true), plan(0.2, true)]).toEqual(['narrow', 'walk'])
  expect([plan(0.6, true, 1_000_000), plan(0.00001, true, 1_000_000)]).toEqual(['walk', 'lifted'])
})
