import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '@semai/store/db/open'
import { castInnovation } from '@semai/testkit/claims-scene'
import { castAgencies, castPeople, castPlaces } from '@semai/testkit/people'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { newPage, walkOn } from './walk.ts'
import { see, signedIn } from './walker.ts'

let site: OwnSite

beforeAll(async () => {
  site = await serveSite()
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  await castAgencies(db)
  await castPlaces(db)
  await castPeople(db, ['author', 'sector ministry'], { is_demonstration: true })
  await castInnovation(db)
  await close()
})

afterAll(() => site.stop())

const stepForm = (page: Page, step: string) =>
  page.locator('form', { has: page.locator(`input[name=step][value=${step}]`) })

test('a ministry writes a programme, finds and recommends; the unit answers without scripts', async () => {
  const ministry = await signedIn('sector ministry')
  await ministry.goto('/program/baru')
  await ministry.fill('[name=name]', 'Antar Obat Nasional')
  await ministry.fill('[name=owner]', 'Kementerian Urusan Contoh')
  await ministry.fill('[name=innovations]', 'INV-S9001')
  await ministry.fill('[name=regions]', 'Kabupaten Banyuwangi | 2030\nNegeri Antah')
  await ministry.click('text=Simpan program')
  await see(ministry, 'Negeri Antah. Tulis kode')
  expect(await ministry.inputValue('[name=innovations]')).toBe('INV-S9001')
  await ministry.fill('[name=regions]', 'Kabupaten Banyuwangi | 2030')
  await ministry.click('text=Simpan program')
  await ministry.waitForURL('**/program/antar-obat-nasional')
  await see(ministry, '0 dari 1 daerah sasaran sudah tercatat')

  await ministry.goto('/program/antar-obat-nasional/temuan')
  await ministry.click('summary:has-text("Catat temuan")')
  await ministry.fill('[name=organisation]', 'Dinas Kesehatan Sukamaju')
  await ministry.fill('[name=finding]', 'SOP belum ditetapkan (rekaan)')
  await ministry.click('form button:has-text("Catat temuan")')
  await ministry.waitForURL(/temuan\/[0-9a-f-]{36}/)
  await ministry.click('summary:has-text("Beri rekomendasi")')
  const recommend = stepForm(ministry, 'recommend')
  await recommend.locator('[name=reason]').fill('Tetapkan SOP (rekaan)')
  await recommend.locator('[name=dueOn]').fill('2099-12-31')
  await recommend.locator('button').click()
  await see(ministry, 'batas waktu 31 Desember 2099')

  const unit = await signedIn('author', { scripts: false })
  await unit.click('text=Tindak lanjuti rekomendasi kementerian pengampu')
  await unit.click('summary:has-text("Laporkan tindak lanjut")')
  await stepForm(unit, 'follow_up').locator('[name=reason]').fill('SOP terbit (rekaan)')
  await stepForm(unit, 'follow_up').locator('button').click()
  await see(unit, 'Menunggu pihak lain')
  await ministry.goto('/kerja')
  await ministry.click('text=Periksa tindak lanjutnya')
  await ministry.click('button:has-text("Nyatakan selesai")')
  await see(ministry, 'Selesai')
})

test('a programme reads without scripts, its numbers lead to lists, and the dossier says not yet', async () => {
  const page = await newPage({ scripts: false })
  await page.goto('/program/mal-pelayanan-publik')
  await see(page, '254 daerah tercatat; sasaran belum ditetapkan')
  const number = page.locator('#letak a', { hasText: '277' }).first()
  await number.click()
  await page.waitForURL('**/daftar?isi=klaim**')
  expect(await page.locator('main .rows > li').count()).toBe(50)
  await page.goto('/inovasi/mal-pelayanan-publik/kesiapan')
  expect(await page.locator('#hasil').innerText()).toBe('Belum')
  const pdf = await page.request.get(`${site.url}/inovasi/mal-pelayanan-publik/kesiapan/kesiapan.pdf`)
  expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf'])
})
