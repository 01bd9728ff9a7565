import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '@semai/store/db/open'
import { demonstrateResults, resultsSlug } from '@semai/testkit/demo-results'
import { demonstrateBlueprint } from '@semai/testkit/demonstration'
import { demonstrateFork } from '@semai/testkit/fork-demonstration'
import { castAgencies, castEmail, castPassword, castPeople, castPlaces } from '@semai/testkit/people'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { newPage, walkOn } from './walk.ts'

let site: OwnSite
let replica: string

beforeAll(async () => {
  site = await serveSite()
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  await castAgencies(db)
  await castPlaces(db)
  await castPeople(db, undefined, { is_demonstration: true })
  const slug = await demonstrateBlueprint(db, new Date())
  replica = `/replikasi/${await demonstrateFork(db, slug, new Date())}`
  await demonstrateResults(db, new Date())
  await close()
})

afterAll(() => site.stop())

const see = (page: Page, text: string) => page.locator('main', { hasText: text }).waitFor()
const name = 'Pasien yang menerima obat tepat waktu'

test('a replica plans and reports the indicator of its blueprint, without scripts; nothing typed is lost', async () => {
  const page = await newPage({ scripts: false })
  await page.goto('/masuk')
  await page.fill('[name=email]', castEmail('author elsewhere'))
  await page.fill('[name=password]', castPassword)
  await page.click('main form button')
  await page.waitForURL('**/kerja')

  await page.goto(`${replica}/rencana`)
  await see(page, name)
  await page.fill('[name="indicators.0.baseline"]', 'enam puluh')
  await page.click('text=Simpan rencana')
  await see(page, 'Tulis angka saja')
  expect(await page.inputValue('[name="indicators.0.baseline"]')).toBe('enam puluh')
  await page.fill('[name="indicators.0.baseline"]', '60')
  await page.click('text=Simpan rencana')
  await page.waitForURL('**/rencana#tulis')

  await page.goto(`${replica}/laporan`)
  await see(page, 'nilai awal 60')
  await page.fill('[name=activities]', 'Mengantar obat setiap pekan')
  await page.fill('[name="values.obat-diambil.value"]', '81,5')
  await page.click('summary:has-text("menurut kelompok")')
  await page.fill('[name="values.obat-diambil.all"]', '120')
  await page.fill('[name="values.obat-diambil.women"]', '130')
  await page.click('text=Simpan laporan')
  await see(page, 'Bagian tidak dapat lebih besar dari semuanya.')
  expect(await page.inputValue('[name="values.obat-diambil.women"]')).toBe('130')
  await page.fill('[name="values.obat-diambil.women"]', '70')
  await page.click('text=Simpan laporan')
  await page.waitForURL(/laporan\/[0-9a-f-]{36}/)
  await page.click('text=Ajukan laporan')
  await see(page, `${name}: 81,5 persen pasien terdaftar`)
  await see(page, 'Semua 120; Perempuan 70')
})

test('results are drawn beside the origin, with the silent counted, and can be downloaded', async () => {
  const page = await newPage({ scripts: true })
  await page.goto(`/inovasi/${resultsSlug}/hasil`)
  await see(page, 'Instansi asal, menurut rancang bangunnya')
  await see(page, 'tidak melaporkan nilai ini')
  await see(page, 'lebih banyak daripada di daerah yang belum mulai')
  await see(page, 'Belum cukup daerah untuk memperkirakan pengaruhnya')
  expect(await page.locator('#hasil-waktu-tunggu tbody svg').count()).toBe(26)
  const csv = await page.request.get(`${site.url}/inovasi/${resultsSlug}/hasil/hasil.csv`)
  expect([csv.status(), (await csv.text()).split('\r\n').length]).toEqual([200, 1 + 2 * 37 + 1])
})
