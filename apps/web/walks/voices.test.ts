import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '@semai/store/db/open'
import { agencies } from '@semai/testkit/cast'
import { castAgencies, castEmail, castPassword, castPeople } from '@semai/testkit/people'
import { aClaim, anInnovation, aSource } from '@semai/testkit/scene'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { newPage, sql, walkOn } from './walk.ts'

let site: OwnSite

beforeAll(async () => {
  site = await serveSite()
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'owner', poolSize: 1 }, { SEMAI_DATA: site.data })
  await castAgencies(db)
  await castPeople(db, ['secretariat'], { is_demonstration: true })
  const { id: innovation_id } = await anInnovation(db, {
    code: 'INV-7001',
    name: 'Antar Obat (rekaan)',
    organisation_id: agencies.otherOffice,
  })
  const { id: source_id } = await aSource(db)
  const organisation_id = agencies.healthOffice
  await aClaim(db, { innovation_id, source_id, organisation_id, region_code: '35.10' })
  await close()
})

afterAll(() => site.stop())

test('without scripts a citizen says on a phone what is of use, once, and what does not run', async () => {
  const page = await newPage({ scripts: false, width: 360 })
  await page.goto('/daerah/kabupaten-banyuwangi/warga')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  const useful = page.getByRole('button', { name: /^Berguna bagi saya.*Antar Obat/ })
  await useful.click()
  await page.getByText('Terima kasih, sudah dihitung.').waitFor()
  await page.getByText('1 kali disebut berguna').waitFor()
  await page.goBack()
  await useful.click()
  await page.getByText('Perangkat ini sudah mengatakannya.').waitFor()
  await page.goto('/daerah/kabupaten-banyuwangi/warga')
  await page.getByRole('button', { name: /^Tidak berjalan.*Antar Obat/ }).click()
  await page.fill('[name=words]', 'Tutup sejak Mei. Hubungi 0812-0000-0001')
  await page.getByRole('button', { name: 'Kirim' }).click()
  await page.getByText('Tulisan Anda diperiksa dulu').waitFor()
  expect(await sql('select words, state from voice')).toEqual([
    { words: 'Tutup sejak Mei. Hubungi …', state: 'received' },
  ])
})

test('with scripts the ministry shows it, and everybody reads that it was asked', async () => {
  const page = await newPage()
  await page.goto('/masuk')
  await page.fill('[name=email]', castEmail('secretariat'))
  await page.fill('[name=password]', castPassword)
  await page.click('main form button')
  await page.waitForURL('**/kerja')
  await page.goto('/kerja/suara')
  await page.getByRole('button', { name: 'Tampilkan dan tanyakan' }).click()
  await page.getByText('Tidak ada yang menunggu.').waitFor()
  const citizen = await newPage()
  await citizen.goto('/inovasi/inv-7001/suara')
  await citizen.getByText('Tutup sejak Mei. Hubungi …').waitFor()
  expect(await citizen.locator('main').innerText()).toContain('belum dijawab')
})
