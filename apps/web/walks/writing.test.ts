import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { agencies } from '@semai/testkit/cast'
import { openDatabase } from '@semai/store/db/open'
import { axeFindings } from './axe-findings.ts'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { newPage, sql, walkOn } from './walk.ts'
import { see, signIn, state } from './walker.ts'

let site: OwnSite
const words = (count: number) => Array.from({ length: count }, (_, i) => `kata${i}`).join(' ')

beforeAll(async () => {
  site = await serveSite()
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  await castAgencies(db)
  await castPeople(db, ['author', 'author elsewhere', 'local admin'], { is_demonstration: true })
  await close()
})

afterAll(() => site.stop())

/** What a page tells of a record itself: its head, narrative and sources. */
async function recordText(page: Page): Promise<string> {
  const parts = '.page-head, [aria-labelledby=solution], section[aria-label], [aria-labelledby=sumber] table'
  return (await page.locator('main').locator(parts).allInnerTexts()).join('\n')
}

/** What only publishing gives is left out. */
const withoutCode = (text: string) => text.replace(/INV-S\d+|diberikan saat terbit/, 'KODE')

const events = async (subject: string) =>
  (
    await sql<{ what: string }>('select what from audit_event where subject_id = $1 order by id', [subject])
  ).map(({ what }) => what)

test('a unit writes, loses its line in mid-sentence, comes back, submits; returned, mended, published', async () => {
  const sari = await newPage()
  await signIn(sari, 'author')
  await sari.click('text=Catat inovasi baru')
  await sari.selectOption('[name=organisation]', { label: 'Dinas Kesehatan Sukamaju' })
  await sari.click('main form button')
  const address = sari.url()
  const id = address.split('/').at(-1)!
  await sari.fill('[name=name]', 'Antar Obat Pulau Walk')
  await state(sari, 'saved')
  expect(await axeFindings(sari)).toEqual([])

  await sari.context().setOffline(true)
  await sari.fill('[name=summary]', 'Obat rutin diantar ke pulau kecil dengan perahu nelayan setiap pekan.')
  await state(sari, 'offline')
  await sari.context().setOffline(false)
  await state(sari, 'saved')
  const [stored] = await sql<{ summary: string }>(
    `select content->>'summary' as summary from innovation_edit where id = $1`,
    [id],
  )
  expect(stored?.summary).toBe('Obat rutin diantar ke pulau kecil dengan perahu nelayan setiap pekan.')

  await sari.fill('[name=problem]', words(30))
  await sari.fill('[name=solution]', words(50))
  await sari.fill('[name=users]', 'Pasien penyakit menahun')
  await sari.fill('[name=started]', '2023-05')
  await sari.selectOption('[name=category]', 'kesehatan')
  await sari.click('main form button:has-text("Simpan")')
  await sari.waitForFunction(
    () => document.querySelector('[data-point=category]')?.getAttribute('data-met') === 'true',
  )
  await sari.reload()
  await sari.click('button:has-text("Ajukan ke admin lokal")')
  await see(sari, 'Menunggu admin lokal')

  const wayan = await newPage({ scripts: false })
  await signIn(wayan, 'local admin')
  await wayan.click('text=Antar Obat Pulau Walk')
  await wayan.click('text=Lihat pratinjau')
  await see(wayan, 'Pratinjau, belum terbit')
  const draft = await recordText(wayan)
  expect(draft).toContain('diberikan saat terbit')
  await wayan.click('text=Kembali ke naskah')
  await wayan.locator('details.step summary').click()
  await wayan.fill('[name=reason]', 'Tambahkan angka sebelum dan sesudah')
  await wayan.click('details.step button')

  await sari.goto(address)
  await see(sari, 'Tambahkan angka sebelum dan sesudah')
  await sari.fill('[name="results.0.indicator"]', 'Waktu tunggu obat')
  await sari.fill('[name="results.0.before"]', '7 hari')
  await sari.fill('[name="results.0.after"]', '1 hari')
  await sari.click('button:has-text("Ajukan ke admin lokal")')
  await sari.waitForSelector('text=Menunggu admin lokal')
  await sari.goto(`${address}/pratinjau`)
  expect(await axeFindings(sari)).toEqual([])
  const promised = await recordText(sari)
  expect(promised).toContain('7 hari → 1 hari')

  await wayan.goto(address)
  await wayan.click('button:has-text("Terbitkan")')
  await wayan.waitForURL('**/inovasi/antar-obat-pulau-walk')
  await see(wayan, '7 hari → 1 hari')
  const anybody = await newPage({ scripts: false })
  await anybody.goto('/inovasi/antar-obat-pulau-walk')
  expect(withoutCode(await recordText(anybody))).toBe(withoutCode(promised))
  const [{ what }] = (await sql<{ what: string }>(
    `select string_agg(what, ' ' order by id) as what from audit_event where subject_id = $1 and what <> 'innovation_edit.save'`,
    [id],
  )) as [{ what: string }]
  expect(what.split(' ')).toEqual([
    'innovation_edit.start',
    'innovation_edit.submit',
    'innovation_edit.return',
    'innovation_edit.submit',
    'innovation_edit.publish',
  ])
  const anyone = await newPage({ scripts: false })
  await anyone.goto('/katalog?q=antar+obat+pulau+walk')
  await see(anyone, 'Antar Obat Pulau Walk')
})

test('what was typed before the laptop closed is back, and sent', async () => {
  const sari = await newPage()
  await signIn(sari, 'author')
  await sari.goto('/naskah/baru')
  await sari.click('main form button')
  await sari.waitForURL('**/naskah/*-*')
  await sari.context().setOffline(true)
  await sari.fill('[name=name]', 'Ditulis tanpa sinyal')
  await state(sari, 'offline')
  const [address, laptop] = [sari.url(), sari.context()]
  await sari.close()
  await laptop.setOffline(false)
  const again = await laptop.newPage()
  await again.goto(address)
  await state(again, 'saved')
  expect(await again.inputValue('[name=name]')).toBe('Ditulis tanpa sinyal')
  expect(await events(again.url().split('/').at(-1)!)).toEqual([
    'innovation_edit.start',
    'innovation_edit.save',
  ])
})

test('two editors of one text: the second is told, both texts are there', async () => {
  const [sari, wayan] = [await newPage(), await newPage()]
  await signIn(sari, 'author')
  await signIn(wayan, 'local admin')
  await sari.goto('/naskah/baru')
  await sari.click('main form button')
  await wayan.goto(sari.url())
  await sari.fill('[name=name]', 'Dari Sari')
  await state(sari, 'saved')
  await wayan.fill('[name=name]', 'Dari Wayan')
  await state(wayan, 'conflict')
  await wayan.reload()
  expect(await wayan.inputValue('[name=name]')).toBe('Dari Sari')
  expect(await wayan.textContent('section.box-warn')).toContain('Wayan Sudarma')
  await wayan.click('button:has-text("Pakai naskah ini")')
  expect(await wayan.inputValue('[name=name]')).toBe('Dari Wayan')
  expect(await wayan.textContent('section.box-warn')).toContain('Sari Wulandari')
})

test('without scripts the same form saves, keeps what was typed, and takes the step', async () => {
  const sari = await newPage({ scripts: false, width: 360 })
  await signIn(sari, 'author')
  await sari.goto('/en/naskah/baru')
  await sari.click('main form button')
  await sari.fill('[name=name]', 'Tanpa skrip')
  await sari.click('main form button:has-text("Save")')
  expect(await sari.inputValue('[name=name]')).toBe('Tanpa skrip')
  expect(await sari.textContent('h1')).toBe('Tanpa skrip')
  expect(await sari.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await sari.click('button:has-text("Give this text up")')
  await see(sari, 'given up')
})

test('nobody of another institution opens it, and nobody at all without signing in', async () => {
  const [{ id }] = (await sql<{ id: string }>(
    'select id from innovation_edit where organisation_id = $1 limit 1',
    [agencies.healthOffice],
  )) as [{ id: string }]
  const yusuf = await newPage()
  await signIn(yusuf, 'author elsewhere')
  expect((await yusuf.goto(`/naskah/${id}`))?.status()).toBe(404)
  expect((await yusuf.goto(`/naskah/${id}/pratinjau`))?.status()).toBe(404)
  const anyone = await newPage()
  await anyone.goto(`/naskah/${id}`)
  expect(new URL(anyone.url()).pathname).toBe('/masuk')
})

test('the editor weighs at most 120 kB of script at first view', async () => {
  const sari = await newPage()
  await signIn(sari, 'author')
  await sari.goto('/naskah/baru')
  await sari.click('main form button')
  await sari.waitForURL('**/naskah/*-*')
  const scripts = new Set<string>()
  sari.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(request.url())
  })
  await sari.reload({ waitUntil: 'load' })
  const weighed = []
  for (const url of scripts)
    weighed.push(gzipSync(await (await sari.context().request.get(url)).body()).length)
  expect([...scripts].map((url) => new URL(url).pathname)).toEqual(['/editor.js'])
  expect(weighed.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(120_000)
})
