import { afterAll, beforeAll, expect, test } from 'vitest'
import { castAgencies, castEmail, castPassword, castPeople } from '@semai/testkit/people'
import { demonstrateBlueprint } from '@semai/testkit/demonstration'
import { openDatabase } from '@semai/store/db/open'
import { axeFindings } from './axe-findings.ts'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { fetchText, newPage, sql, walkOn } from './walk.ts'

let site: OwnSite

beforeAll(async () => {
  site = await serveSite()
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  await castAgencies(db)
  await castPeople(db, ['author', 'local admin'], { is_demonstration: true })
  await demonstrateBlueprint(db, new Date())
  await close()
})

afterAll(() => site.stop())

test.each([
  [360, true],
  [1280, false],
])('from all agencies to one and its innovations, %i wide, scripts %s', async (width, scripts) => {
  const page = await newPage({ scripts, width })
  await page.goto('/instansi')
  await page.click('text=Pengelolaan inovasi semua instansi')
  await page.waitForURL('**/instansi/pengelolaan')
  expect(await page.locator('tbody tr').count()).toBe(50)
  expect(scripts ? await axeFindings(page) : []).toEqual([])
  await page.goto('/en/instansi/pengelolaan?provinsi=jawa-timur')
  await page.click('text=Pemerintah Kabupaten Banyuwangi')
  await page.waitForURL('**/en/instansi/pemerintah-kabupaten-banyuwangi/pengelolaan')
  const year = page.locator('#tiap-tahun ~ table tbody tr', { hasText: '2011' })
  expect((await year.innerText()).split(/\s+/)).toEqual(['2011', '2', 'Met'])
  expect(scripts ? await axeFindings(page) : []).toEqual([])
  const wide = await page.evaluate('document.documentElement.scrollWidth')
  expect(wide).toBe(width)
})

test('the sitemap names the management of agencies that created something, and of no other', async () => {
  const { text } = await fetchText('/sitemap/instansi-1.xml')
  const listed = [...text.matchAll(/<loc>[^<]*\/instansi\/([^/<]+)\/pengelolaan<\/loc>/g)].map(
    ([, slug]) => slug,
  )
  const created = await sql<{ slug: string }>(
    `select distinct o.slug from innovation i join organisation_above a using (organisation_id)
      join organisation o on o.id = a.above_id where i.kind = 'innovation' and i.merged_into is null`,
  )
  expect(created.length).toBeGreaterThan(50)
  expect([...new Set(listed)].sort()).toEqual(created.map(({ slug }) => slug).sort())
})

test('a unit takes the IGA form of its innovation along', async () => {
  const page = await newPage()
  await page.goto('/masuk')
  await page.fill('[name=email]', castEmail('author'))
  await page.fill('[name=password]', castPassword)
  await page.click('main form button')
  await page.waitForURL('**/kerja')
  await page.goto('/inovasi/antar-obat-pulau/kelola')
  await page.click('text=Isian IGA')
  await page.waitForURL('**/kelola/iga')
  await page.locator('main', { hasText: 'Pilih di formulir: urusan pemerintahan.' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=Unduh isian (CSV)')])
  expect(download.suggestedFilename()).toBe('iga-antar-obat-pulau.csv')
})
