import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { catalogueTexts } from '../src/lib/texts/catalogue.ts'
import { innovationTexts } from '../src/lib/texts/innovation.ts'
import { plainText } from './markup.ts'
import { countOf, fetchText, sql } from './walk.ts'

const shipped = join(import.meta.dirname, '../../../data/catalogue')

/** Records of a shipped file: its lines that begin a record, without the header. */
function records(name: string, start: RegExp): number {
  return readFileSync(join(shipped, `${name}.csv`), 'utf8')
    .split('\n')
    .filter((line) => start.test(line)).length
}

const dated = ['mpp-adoptions', 'call112-adoptions', 'smartcity100-adoptions', 'mpp-digital-adoptions']

test('the database holds what the files hold', async () => {
  const inFiles = {
    innovations: records('innovations', /^INV-/),
    programmes: records('programmes', /^PRG-/),
    dated: dated.reduce((sum, name) => sum + records(name, /^PRG-/), 0),
    bounds: records('mpp-known-by', /^PRG-/),
  }
  expect(inFiles).toEqual({ innovations: 198, programmes: 4, dated: 332, bounds: 23 })
  expect({
    innovations: await countOf(`innovation where kind = 'innovation'`),
    programmes: await countOf(`innovation where kind = 'programme'`),
    dated: await countOf(`claim where precision <> 'by' and withdrawn_at is null`),
    bounds: await countOf(`claim where precision = 'by' and withdrawn_at is null`),
  }).toEqual(inFiles)
})

test('the catalogue says how many it holds, and the home page splits them by what they rest on', async () => {
  const all = await countOf('innovation')
  expect(plainText((await fetchText('/katalog')).text)).toContain(
    `${all} ${catalogueTexts.id.found.innovation}`,
  )
  const home = plainText((await fetchText('/')).text)
  const bases = await sql<{ basis: string; n: number }>(
    `select basis, count(*)::int as n from innovation where kind = 'innovation' group by basis`,
  )
  expect(bases.reduce((sum, { n }) => sum + n, 0)).toBe(198)
  for (const { n } of [...bases, { n: 198 }]) expect(home).toMatch(new RegExp(`\\b${n}\\b`))
})

/** Claims of Mal Pelayanan Publik, counted by an expression. */
async function mppBy(expression: string): Promise<Record<string, number>> {
  const rows = await sql<{ name: string; n: number }>(
    `select ${expression} as name, count(*)::int as n from claim c join innovation i on i.id = c.innovation_id
     where i.code = 'PRG-MPP' and c.withdrawn_at is null group by 1`,
  )
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]))
}

test('Mal Pelayanan Publik: 254 dates and 23 bounds, by how exact they are and who announced them', async () => {
  expect(await mppBy('c.precision')).toEqual({ day: 243, month: 6, year: 5, by: 23 })
  const announced = await mppBy(
    `case when c.precision = 'by' then 'bound' else split_part(c.note, ' |', 1) end`,
  )
  expect(announced).toEqual({ national: 242, local: 9, listed: 3, bound: 23 })
  const page = plainText((await fetchText('/inovasi/mal-pelayanan-publik')).text)
  const { regions, bounds, claimsAll } = innovationTexts.id
  expect(page).toContain(claimsAll('277'))
  expect(page).toMatch(new RegExp(`${regions} ?254`))
  expect(page).toMatch(new RegExp(`${bounds} ?23`))
})

test('each claims page holds one row for each claim, over all its pages', async () => {
  const claimed = await sql<{ slug: string; n: number }>(
    `select i.slug, count(*)::int as n from claim c join innovation i on i.id = c.innovation_id
     where c.withdrawn_at is null group by 1 order by 1`,
  )
  for (const { slug, n } of claimed) {
    let rows = 0
    for (let page = 1; page <= Math.ceil(n / 100); page += 1) {
      const { text } = await fetchText(`/en/inovasi/${slug}/klaim?hal=${page}`)
      rows += (text.split('<tbody')[1] ?? '').split('</tbody>')[0]!.match(/<tr\b/g)?.length ?? 0
    }
    expect([slug, rows]).toEqual([slug, n])
  }
})

test('a region page counts what was created there', async () => {
  const regions = await sql<{ slug: string; created: number }>(
    `select r.slug,
       (select count(*)::int from innovation i where i.region_code = r.code and i.kind = 'innovation') as created
     from region r where r.kind <> 'province' order by created desc, r.code limit 5`,
  )
  for (const { slug, created } of regions) {
    const page = plainText((await fetchText(`/en/daerah/${slug}`)).text)
    expect([slug, new RegExp(`Created here ?${created}\\b`).test(page)]).toEqual([slug, true])
  }
})

test('a region page counts the innovations that run there, a province page those of its regions too', async () => {
  const places = await sql<{ slug: string; running: number }>(
    `select r.slug, count(distinct c.innovation_id)::int as running
     from region r join region m on m.code = r.code or m.province_code = r.code
     join claim c on c.region_code = m.code and c.withdrawn_at is null and c.stopped_on is null
     group by r.code order by count(*) desc, r.code limit 6`,
  )
  expect(places.length).toBe(6)
  for (const { slug, running } of places) {
    const page = plainText((await fetchText(`/en/daerah/${slug}`)).text)
    expect([slug, new RegExp(`Replicated from elsewhere ?${running}\\b`).test(page)]).toEqual([slug, true])
  }
})

test('an innovation only half known says so, in list and page, and invents nothing', async () => {
  const [half] = await sql<{ slug: string; name: string }>(
    `select slug, name from innovation where basis = 'name_only' order by code limit 1`,
  )
  const page = await fetchText(`/inovasi/${half!.slug}`)
  expect(plainText(page.text)).toContain(innovationTexts.id.waiting)
  expect(plainText(page.text)).toContain(innovationTexts.id.waitingMore)
  const listed = await fetchText(`/katalog?dasar=name_only&q=${encodeURIComponent(half!.name)}`)
  expect(plainText(listed.text)).toContain(catalogueTexts.id.waiting)
})
