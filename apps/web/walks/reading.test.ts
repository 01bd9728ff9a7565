import type { Locator } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { catalogueTexts } from '../src/lib/texts/catalogue.ts'
import { innovationTexts } from '../src/lib/texts/innovation.ts'
import { placeTexts } from '../src/lib/texts/places.ts'
import { searchTexts } from '../src/lib/texts/search.ts'
import { shellTexts } from '../src/lib/texts/shell.ts'
import { newPage, sql } from './walk.ts'

/** What a reader does first, with scripts and without: no step may need them. */
describe.each([
  ['with scripts', true],
  ['without scripts', false],
] as const)('%s', (_, scripts) => {
  test('from the home page a search leads to an innovation', async () => {
    const page = await newPage({ scripts })
    await page.goto('/')
    await page.getByRole('searchbox').first().fill('antrean rumah sakit')
    await page.getByRole('button', { name: searchTexts.id.button }).first().click()
    await page.waitForURL(/\/katalog\?q=antrean/)
    const first = page.locator('.rows h3 a').first()
    const name = (await first.textContent())!.trim()
    await first.click()
    await page.waitForURL(/\/inovasi\//)
    expect((await page.locator('h1').textContent())!.trim()).toContain(name)
  })

  test('from the programmes the way leads over one innovation to its claims and their sources', async () => {
    const page = await newPage({ scripts })
    await page.goto('/')
    await page
      .getByRole('navigation', { name: shellTexts.id.mainNav })
      .getByRole('link', { name: 'Program' })
      .click()
    await page.getByRole('link', { name: 'Mal Pelayanan Publik', exact: true }).first().click()
    await page.getByRole('link', { name: innovationTexts.id.claimsAll('277') }).click()
    await page.waitForURL('**/klaim')
    expect(await page.locator('tbody tr').count()).toBe(100)
    expect(await page.locator('tbody tr td:last-child').filter({ hasText: /\S/ }).count()).toBe(100)
    await page.getByRole('link', { name: /Berikutnya/ }).click()
    await page.waitForURL('**/klaim?hal=2')
    expect(await page.getByText('101–200 dari 277').count()).toBe(1)
  })

  test('the other language shows the same page, and back', async () => {
    const page = await newPage({ scripts })
    for (const path of ['/katalog?q=ktp&provinsi=35', '/daerah/kabupaten-banyuwangi', '/']) {
      await page.goto(path)
      await page.locator('a.lang').click()
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(
        path === '/' ? '/en' : `/en${path}`,
      )
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
      await page.locator('a.lang').click()
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(path)
    }
  })

  test('on a phone the menu opens and leads on', async () => {
    const page = await newPage({ scripts, width: 360 })
    await page.goto('/')
    await page.locator('header summary').click()
    await page.locator('header details').getByRole('link', { name: shellTexts.id.nav.instansi }).click()
    await page.waitForURL('**/instansi')
    expect(await page.locator('h1').textContent()).toBe(placeTexts.id.agenciesTitle)
  })

  test('a region leads to its neighbour and to its province', async () => {
    const page = await newPage({ scripts })
    await page.goto('/daerah?q=banyuwangi')
    await page.getByRole('link', { name: 'Kabupaten Banyuwangi' }).click()
    await page.locator('section[aria-labelledby=tetangga] a').first().click()
    await page.waitForURL(/\/daerah\/(?!kabupaten-banyuwangi)/)
    await page.getByRole('navigation', { name: shellTexts.id.crumbs }).getByRole('link').last().click()
    expect(
      await page.getByRole('heading', { name: placeTexts.id.provinceRegions, exact: true }).count(),
    ).toBe(1)
  })

  test('an agency is found by a part of its name', async () => {
    const page = await newPage({ scripts })
    await page.goto('/instansi')
    await page.getByLabel(placeTexts.id.agencyFind).fill('rsud')
    await page.getByRole('button', { name: placeTexts.id.findButton }).click()
    await page.waitForURL(/\/instansi\?q=rsud/)
    const names = await page.locator('tbody th a').allTextContents()
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((name) => !/rsud/i.test(name))).toEqual([])
    await page.locator('tbody th a').first().click()
    expect(await page.locator('h1').textContent()).toBe(names[0])
  })
})

test('the list of agencies, page by page, meets each agency that has something once', async () => {
  const page = await newPage({ scripts: false })
  await page.goto('/instansi')
  const met: string[] = []
  for (;;) {
    met.push(...(await hrefs(page.locator('tbody th a'))))
    const next = page.locator('.pager a[rel=next]')
    if ((await next.count()) === 0) break
    await next.click()
  }
  const all = await sql<{ href: string }>(
    `select '/instansi/' || slug as href from organisation o
     where exists (select from innovation i where i.organisation_id = o.id)
        or exists (select from claim c where c.organisation_id = o.id and c.withdrawn_at is null)`,
  )
  expect(met.toSorted()).toEqual(all.map(({ href }) => href).toSorted())
})

test('the catalogue, page by page, meets every innovation once, in every order', async () => {
  const all = await sql<{ href: string }>(`select '/inovasi/' || slug as href from innovation`)
  for (const order of ['terbaru', 'replikasi', 'konfirmasi', 'nama']) {
    const page = await newPage({ scripts: false })
    await page.goto(`/katalog?urut=${order}&baris=50`)
    const met: string[] = []
    for (;;) {
      met.push(...(await hrefs(page.locator('.rows h3 a'))))
      const next = page.locator('.pager a[rel=next]')
      if ((await next.count()) === 0) break
      await next.click()
    }
    expect([order, met.length, met.toSorted()]).toEqual([order, 202, all.map(({ href }) => href).toSorted()])
  }
})

test('nothing found: the page says what to try and keeps the search as demand', async () => {
  const page = await newPage({ scripts: false })
  await page.goto('/katalog?q=generasi')
  expect(await page.getByRole('heading', { name: catalogueTexts.id.nothing }).count()).toBe(1)
  expect(await page.getByText(catalogueTexts.id.nothingKept).count()).toBe(1)
  await page.getByRole('link', { name: catalogueTexts.id.tryAll }).click()
  await page.waitForURL('**/katalog')
  expect(await page.locator('.rows > li').count()).toBe(20)
})

function hrefs(links: Locator): Promise<string[]> {
  return links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
}
