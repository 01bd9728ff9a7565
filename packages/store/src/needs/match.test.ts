import { silent } from '@semai/store/db/environment'
import { publicActor } from '@semai/domain/people/actor'
import { testDb } from '@semai/testkit/test-db'
import { beforeAll, expect, test } from 'vitest'
import { loadShippedData } from '../exchange/shipped-data.ts'
import { matchNeed } from './match.queries.ts'

const { db, owner } = await testDb()

beforeAll(() => loadShippedData(owner.db, silent))

test('a need finds what answers it in other words, and says which words mean the same', async () => {
  const [best] = await matchNeed(db, publicActor, {
    text: 'Kabar bohong menyebar di grup keluarga dan warga tidak tahu ke mana bertanya.',
  })
  expect(best?.name).toBe('Klinik Hoaks')
  expect(best?.reasons.terms).toEqual([
    { need: 'menyebar', source: 'menyebar' },
    { need: 'kabar bohong', source: 'berita bohong' },
  ])
})

test('words of a narrative that may not be shown are never given as a reason', async () => {
  const hidden = await owner.db
    .selectFrom('innovation as i')
    .select(['i.code', 'i.name', 'i.expansion', 'i.category_key as category'])
    .where('i.basis', '=', 'name_only')
    .execute()
  const known = new Map(hidden.map((row) => [row.code, row]))
  const results = await matchNeed(db, publicActor, {
    text: 'Sapi betina sulit bunting, hama tikus di sawah, gizi anak kurang, pajak kendaraan menunggak.',
    limit: 200,
  })
  const told = results.filter(({ id }) => known.has(id))
  expect(told.length).toBeGreaterThan(10)
  for (const { id, reasons } of told) {
    const shown = [known.get(id)!.name, known.get(id)!.expansion, known.get(id)!.category]
      .join(' ')
      .toLowerCase()
    expect(reasons.terms.filter(({ source }) => !shown.includes(source.split(' ')[0]!))).toEqual([])
  }
})

test('the match can be limited to Top innovations, and programmes are never in it', async () => {
  const text = 'Warga harus ke banyak kantor untuk satu urusan; nomor darurat berbeda-beda.'
  const all = await matchNeed(db, publicActor, { text, limit: 1_000 })
  const top = await matchNeed(db, publicActor, { text, limit: 1_000, onlyTop: true })
  const awarded = await owner.db
    .selectFrom('innovation_award as a')
    .innerJoin('innovation as i', 'i.id', 'a.innovation_id')
    .select('i.code')
    .where('a.competition', '=', 'KIPP')
    .where('a.label', 'ilike', 'Top%')
    .execute()
  const codes = new Set(awarded.map(({ code }) => code))
  expect(all.filter(({ id }) => !id.startsWith('INV-'))).toEqual([])
  expect(top.map(({ id }) => id)).toEqual(all.map(({ id }) => id).filter((id) => codes.has(id)))
})

test.each(['', '12.345 !!!', 'qwrtz'])('a text that says nothing (%j) matches nothing', async (text) => {
  expect(await matchNeed(db, publicActor, { text })).toEqual([])
})
