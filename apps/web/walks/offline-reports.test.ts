import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { castReplication } from '@semai/testkit/replication-scene'
import { openDatabase } from '@semai/store/db/open'
import { axeFindings } from './axe-findings.ts'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { countOf, sql, walkOn } from './walk.ts'
import { signIn, signedIn, state } from './walker.ts'

let site: OwnSite
let address: string
let code: string

beforeAll(async () => {
  site = await serveSite()
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  await castAgencies(db)
  await castPeople(db, ['author', 'local admin'], { is_demonstration: true })
  code = await castReplication(db, new Date())
  address = `/replikasi/${code}/laporan`
  await close()
})

afterAll(() => site.stop())

beforeEach(async () => {
  await sql('truncate quarterly_report cascade')
})

const keptLines = (page: Page) => page.locator('[data-kept-list] li')
const keptOnDevice = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((item) => item.startsWith('semai laporan ')).length)

/** Writes a report into the form and presses the button. */
async function write(page: Page, activities: string): Promise<void> {
  await page.fill('[name=activities]', activities)
  await page.click('text=Simpan laporan')
}

/** The page that stands in for all others without a connection is on the device. */
const offlinePageIsKept = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller !== null) return
    await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done))
  })

test('a report begun without a connection is kept, shown as kept, and sent once when the line is back', async () => {
  const sari = await signedIn('author')
  await sari.goto(address)
  await sari.context().setOffline(true)
  await write(sari, 'Ditulis di perahu')
  await state(sari, 'offline')
  expect(await keptLines(sari).count()).toBe(1)
  expect(await sari.locator('[data-kept-list]').textContent()).toContain('menunggu jaringan')
  expect(await axeFindings(sari)).toEqual([])
  await sari.context().setOffline(false)
  await state(sari, 'saved')
  expect([await countOf('quarterly_report'), await keptOnDevice(sari)]).toEqual([1, 0])
  const [stored] = await sql<{ activities: string }>(
    `select content->>'activities' as activities from quarterly_report`,
  )
  expect(stored?.activities).toBe('Ditulis di perahu')
})

test('what was sent but not heard of is sent again, and is there once', async () => {
  const sari = await signedIn('author')
  await sari.goto(address)
  let lost = 0
  await sari.route('**/laporan/kiriman', async (route) => {
    if (lost > 0) return route.continue()
    lost += 1
    await route.fetch() // the site has it; its answer never arrives
    return route.abort()
  })
  await write(sari, 'Jawaban hilang')
  await state(sari, 'saved')
  expect([lost, await countOf('quarterly_report'), await keptOnDevice(sari)]).toEqual([1, 1, 0])
})

test('what was typed into a draft before the laptop closed is back, and sent on the revision it was typed on', async () => {
  const sari = await signedIn('author')
  await sari.goto(address)
  await write(sari, 'Naskah')
  await sari.waitForURL('**/laporan/*-*')
  const [draft, laptop] = [sari.url(), sari.context()]
  await laptop.setOffline(true)
  await sari.fill('[name=obstacles]', 'Gelombang tinggi')
  await sari.close()
  await laptop.setOffline(false)
  const again = await laptop.newPage()
  await again.goto(draft)
  await again.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>('[name=obstacles]')?.value === 'Gelombang tinggi',
  )
  await again.click('text=Simpan laporan')
  await again.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[name=revision]')?.value === '2',
  )
  expect([await countOf('quarterly_report'), await keptOnDevice(again)]).toEqual([1, 0])
})

test('on a shared device nothing that somebody else kept is sent under one’s own name', async () => {
  const page = await signedIn('author')
  await page.goto(address)
  await page.context().setOffline(true)
  await write(page, 'Milik Sari')
  await state(page, 'offline')
  await page.context().clearCookies()
  await page.goto('about:blank')
  await page.context().setOffline(false)
  await signIn(page, 'local admin')
  await page.goto(address)
  await page.locator('[data-kept-list] li', { hasText: 'milik akun lain' }).waitFor()
  await write(page, 'Milik Wayan')
  await page.waitForURL('**/laporan/*-*')
  expect([await countOf('quarterly_report'), await keptOnDevice(page)]).toEqual([1, 1])
})

test('unflagged duplicates: two offline copies of one quarter are both there and both flagged', async () => {
  const [sari, wayan] = [await signedIn('author'), await signedIn('local admin')]
  for (const [page, text] of [
    [sari, 'Dari ponsel Sari'],
    [wayan, 'Dari laptop Wayan'],
  ] as const) {
    await page.goto(address)
    await page.context().setOffline(true)
    await write(page, text)
    await state(page, 'offline')
  }
  await sari.context().setOffline(false)
  await state(sari, 'saved')
  await wayan.context().setOffline(false)
  await state(wayan, 'saved')
  expect(await wayan.locator('[data-live=state]').textContent()).toContain('ditandai ganda')
  await sari.goto(address)
  expect(await sari.locator('main .rows .error').allTextContents()).toEqual([
    'Ganda: ada 1 laporan lain untuk triwulan ini.',
    'Ganda: ada 1 laporan lain untuk triwulan ini.',
  ])
})

test('invisible drafts: any page without a connection lists what is kept, and takes a new report', async () => {
  const sari = await signedIn('author')
  await sari.goto(address)
  await offlinePageIsKept(sari)
  await sari.context().setOffline(true)
  await write(sari, 'Laporan pertama')
  await state(sari, 'offline')
  await sari.goto('/kerja')
  await sari.locator('h1', { hasText: 'Tidak ada jaringan' }).waitFor()
  expect(await keptLines(sari).count()).toBe(1)
  await sari.fill('[name=replication]', code)
  await sari.fill('[name=year]', '2025')
  await write(sari, 'Laporan kedua')
  await sari.waitForFunction(() => document.querySelectorAll('[data-kept-list] li').length === 2)
  await sari.context().setOffline(false)
  await sari.waitForFunction(() => document.querySelectorAll('[data-kept-list] li').length === 0)
  expect(await countOf('quarterly_report')).toBe(2)
})

test('crash on changing lists: pages change, another tab clears, one is broken, and the rest is sent', async () => {
  const sari = await signedIn('author')
  const trouble: string[] = []
  sari.on('pageerror', (problem) => trouble.push(String(problem)))
  await sari.goto(address)
  await offlinePageIsKept(sari)
  await sari.context().setOffline(true)
  await write(sari, 'Akan dikirim')
  await state(sari, 'offline')
  await sari.evaluate(() => localStorage.setItem('semai laporan rusak', '{"key":'))
  for (const path of ['/kerja', `/replikasi/${code}/rencana`, address]) {
    await sari.goto(path)
    await sari.locator('[data-kept-list] li', { hasText: 'tidak terbaca' }).waitFor()
    expect(await keptLines(sari).count()).toBe(2)
  }
  const other = await sari.context().newPage()
  await other.goto('/kerja')
  await other.evaluate(() => localStorage.removeItem('semai laporan rusak'))
  await sari.waitForFunction(() => document.querySelectorAll('[data-kept-list] li').length === 1)
  await sari.context().setOffline(false)
  await sari.waitForFunction(() => document.querySelectorAll('[data-kept-list] li').length === 0)
  expect([trouble, await countOf('quarterly_report')]).toEqual([[], 1])
})

test('slow queues: a hundred kept reports are listed and sent ten at a time, one refused holds up none', async () => {
  const sari = await signedIn('author')
  await sari.goto(address)
  await sari.context().setOffline(true)
  await sari.evaluate((code) => {
    const person = (document.querySelector('form[data-report]') as HTMLFormElement).dataset['person']
    for (let i = 0; i < 100; i += 1) {
      const key = `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`
      const replication = i === 5 ? 'REP-9999' : code
      const [year, quarter] = [String(2000 + Math.floor(i / 4)), String(1 + (i % 4))]
      const fields = { key, replication, year, quarter, revision: '0', activities: `Laporan ${i}` }
      const one = { key, state: 'waiting', at: i, person, name: 'Obat Tiba', fields }
      localStorage.setItem(`semai laporan ${key}`, JSON.stringify(one))
    }
    dispatchEvent(new StorageEvent('storage'))
  }, code)
  expect(await keptLines(sari).count()).toBe(100)
  let requests = 0
  sari.on('request', (request) => {
    if (request.url().endsWith('/laporan/kiriman')) requests += 1
  })
  const began = Date.now()
  await sari.context().setOffline(false)
  await sari.waitForFunction(() => document.querySelectorAll('[data-kept-list] li').length === 1, null, {
    timeout: 20_000,
  })
  expect(Date.now() - began).toBeLessThan(20_000)
  expect([requests, await countOf('quarterly_report')]).toEqual([10, 99])
  expect(await sari.locator('[data-kept-list]').textContent()).toContain(
    'belum diterima: Replikasi ini tidak ada',
  )
})
