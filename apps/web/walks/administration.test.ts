import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castInnovation } from '@semai/testkit/claims-scene'
import { aPdf } from '@semai/testkit/made-files'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { openDatabase } from '@semai/store/db/open'
import { axeFindings } from './axe-findings.ts'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { fetchText, newPage, sql, walkOn } from './walk.ts'
import { isNarrowEnough, see, signIn } from './walker.ts'

let site: OwnSite

beforeAll(async () => {
  site = await serveSite()
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  await castAgencies(db)
  const people = ['author', 'local admin', 'secretariat', 'administrator'] as const
  await castPeople(db, people, { is_demonstration: true })
  await castInnovation(db)
  await close()
})

afterAll(() => site.stop())

const what = async (beginning: string) =>
  (
    await sql<{ what: string }>('select what from audit_event where what like $1 order by id', [
      `${beginning}%`,
    ])
  ).map((row) => row.what)
const terms = async (form: ReturnType<Page['locator']>) => {
  await form.locator('[name=day]').fill('2025-01-01')
  await form.locator('[name=basis]').fill('Perbup 3 Tahun 2024')
  await form.locator('button').click()
}

test('a unit is added, renamed, split and merged without scripts; its addresses lead on, and the past can be read', async () => {
  const page = await newPage({ scripts: false, width: 360 })
  await signIn(page, 'local admin')
  await page.click('text=Susunan instansi')
  await page.waitForURL('**/kelola/instansi')
  await page.fill('form[action="?/add"] [name=name]', 'Puskesmas Baru')
  await page.fill('[name=parent]', 'dinas-yang-tidak-ada')
  await page.click('form[action="?/add"] button')
  await see(page, 'Pilih instansi dari daftar.')
  expect(await page.inputValue('form[action="?/add"] [name=name]')).toBe('Puskesmas Baru')
  await page.fill('[name=parent]', 'dinas kesehatan sukamaja')
  await page.click('form[action="?/add"] button')
  await see(page, 'Maksud Anda salah satu dari ini? Dinas Kesehatan Sukamaju (dinas-kesehatan-sukamaju)')
  await page.fill('[name=parent]', 'dinas kesehatan sukamaju')
  await page.click('form[action="?/add"] button')
  await page.waitForURL('**/kelola/instansi/puskesmas-baru?jadi=added')
  expect(await isNarrowEnough(page)).toBe(true)

  const rename = page.locator('form[action="?/rename"]')
  await rename.locator('[name=name]').fill('Puskesmas Maju')
  await terms(rename)
  await page.waitForURL('**/kelola/instansi/puskesmas-maju?jadi=renamed')
  expect((await fetchText('/instansi/puskesmas-baru')).headers.get('location')).toBe(
    '/instansi/puskesmas-maju',
  )

  await page.goto('/kelola/instansi/dinas-kesehatan-sukamaju')
  const split = page.locator('form[action="?/split"]')
  await split.locator('[name=name]').fill('Dinas Gizi Sukamaju')
  await split.locator('[name=parts]').fill('puskesmas-maju')
  await terms(split)
  await page.waitForURL('**/kelola/instansi/dinas-gizi-sukamaju?jadi=split*')
  await see(page, '1 unit')

  await page.goto('/kelola/instansi/dinas-kesehatan-sukamaju')
  const merge = page.locator('form[action="?/merge"]')
  await merge.locator('[name=into]').fill('dinas-gizi-sukamaju')
  await merge.locator('[name=day]').fill('2099-01-01')
  await merge.locator('[name=basis]').fill('Perbup 4 Tahun 2025')
  await merge.locator('button').click()
  await see(page, 'Harinya belum tiba')
  expect(await page.inputValue('form[action="?/merge"] [name=into]')).toBe('dinas-gizi-sukamaju')
  await merge.locator('[name=day]').fill('2025-06-01')
  await merge.locator('button').click()
  await page.waitForURL('**/kelola/instansi/dinas-gizi-sukamaju?jadi=merged*')
  await see(page, 'Ikut berpindah')
  expect(await what('organisation.')).toEqual([
    'organisation.add',
    'organisation.rename',
    'organisation.split',
    'organisation.merge',
  ])

  await page.goto('/en/instansi/dinas-kesehatan-sukamaju')
  await page.waitForURL('**/en/instansi/dinas-gizi-sukamaju')
  await page.click('main a:text-is("Dinas Kesehatan Sukamaju")')
  await see(page, 'Dinas Kesehatan Sukamaju')
  await page.goto('/instansi/dinas-kesehatan-sukamaju?per=2025-05-31')
  await see(page, 'Susunan dan nama instansi seperti pada 31 Mei 2025')
  expect(await page.textContent('h1')).toBe('Dinas Kesehatan Sukamaju')
})

test('a sheet is checked, shown and applied without scripts, and changes nothing the second time', async () => {
  const page = await newPage({ scripts: false })
  await signIn(page, 'secretariat')
  await page.goto('/kelola/instansi/impor')
  await page.click('button:text-is("Periksa")')
  await see(page, 'Pilih berkas atau tempel isinya.')
  const send = async (text: string) => {
    const file = { name: 'instansi.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
    await page.setInputFiles('[name=sheet]', file)
    await page.click('button:text-is("Periksa")')
  }
  await send('key,name,kind\nbadan-contoh,Badan Contoh Nasional,kantor\n')
  await see(page, 'Baris 2, kolom kind')
  await send('key,name,kind\nbadan-contoh,Badan Contoh Nasional,agency\n')
  await see(page, '1 baris: 1 baru')
  await page.click('button:text-is("Terapkan")')
  await see(page, 'Lembar diterapkan.')
  await send('key,name,kind\nbadan-contoh,Badan Contoh Nasional,agency\n')
  await see(page, 'Semua sudah sama')
  expect(await what('import.finish')).toContain('import.finish')
})

test('an agency states its year with the decree, and everyone reads it', async () => {
  const page = await newPage({ width: 360 })
  await signIn(page, 'local admin')
  await page.goto('/instansi/pemerintah-kabupaten-sukamaju/pengelolaan')
  await page.click('text=Isi pengelolaan')
  await page.waitForURL('**/pengelolaan/tulis')
  await page.fill('[name=strategy]', 'Satu dinas satu inovasi.')
  await page.fill('[name=decreeNumber]', '188/7/KEP/2026')
  await page.fill('[name=budget]', 'banyak')
  await page.click('text=Simpan')
  await see(page, 'Tulis jumlah rupiah dengan angka')
  expect(await page.inputValue('[name=strategy]')).toBe('Satu dinas satu inovasi.')
  await page.fill('[name=budget]', '125.000.000')
  const decree = { name: 'SK.pdf', mimeType: 'application/pdf', buffer: aPdf() }
  await page.setInputFiles('[name=decree]', decree)
  await page.click('text=Simpan')
  await see(page, 'Tersimpan, dan tampil untuk siapa saja.')
  expect(await axeFindings(page)).toEqual([])
  expect(await isNarrowEnough(page)).toBe(true)
  const visitor = await newPage({ scripts: false })
  await visitor.goto('/instansi/pemerintah-kabupaten-sukamaju/pengelolaan')
  await see(visitor, 'Rp\u00a0125.000.000')
  const file = await visitor.locator('a[href^="/berkas/"]').getAttribute('href')
  expect((await fetchText(file!)).status).toBe(200)
  expect(await what('agency_management.')).toEqual(['agency_management.state'])
})

test('a reason is added, renamed and retired', async () => {
  const page = await newPage({ scripts: false, width: 360 })
  await signIn(page, 'secretariat')
  await page.click('text=Daftar alasan')
  await page.waitForURL('**/kelola/alasan')
  const add = page.locator('form[action="?/add"]')
  await add.locator('[name=id]').fill('hibah berakhir')
  await add.locator('[name=en]').fill('budget')
  await add.locator('button').click()
  await see(page, 'Sudah ada alasan dengan kata ini')
  expect(await add.locator('[name=id]').inputValue()).toBe('hibah berakhir')
  await add.locator('[name=en]').fill('the grant ended')
  await add.locator('button').click()
  await see(page, 'Tersimpan.')
  const entry = page.locator('main li', { hasText: 'the_grant_ended' })
  await entry.locator('form[action="?/retire"] button').click()
  await see(page, 'dipensiunkan')
  expect(await isNarrowEnough(page)).toBe(true)
  expect(await what('reason.')).toEqual(['reason.add', 'reason.retire'])
})

test.each([
  [
    'secretariat',
    ['/kelola/instansi', '/kelola/instansi/impor', '/kelola/alasan', '/kelola/pendampingan', '/kelola/hub'],
  ],
  ['administrator', ['/kelola/kesehatan', '/kelola/instansi/pemerintah-kabupaten-sukamaju']],
] as const)('the pages of %s are accessible in both languages, wide and narrow', async (name, paths) => {
  for (const width of [360, 1280]) {
    const page = await newPage({ width })
    await signIn(page, name)
    for (const path of [...paths, ...paths.map((path) => `/en${path}`)]) {
      await page.goto(path)
      expect([path, await axeFindings(page)]).toEqual([path, []])
      expect([path, await isNarrowEnough(page)]).toEqual([path, true])
    }
  }
})
