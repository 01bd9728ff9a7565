import { afterAll, beforeAll, expect, test } from 'vitest'
import { castDuties } from '@semai/testkit/duties-scene'
import { axeFindings } from './axe-findings.ts'
import { dayFromNow, replicationSite } from './replication-walk.ts'
import { see, signedIn } from './walker.ts'
import type { OwnSite } from './served-site.ts'
import { newPage } from './walk.ts'

let site: OwnSite

beforeAll(async () => {
  site = await replicationSite((db) => castDuties(db, new Date()))
})

afterAll(() => site.stop())

test.each([
  {
    who: 'author',
    line: 'Catat tonggaknya: Rencana aksi',
    place: /\/replikasi\/REP-\d+#langkah$/,
    next: 'Catat tonggak',
  },
  {
    who: 'author',
    line: 'Jawab rekomendasinya',
    place: /\/replikasi\/REP-\d+#langkah$/,
    next: 'Terima dan siapkan',
  },
  {
    who: 'author elsewhere',
    line: 'Jawab permintaan studi tiru',
    place: /\/studi-tiru\/[\da-f-]{36}$/,
    next: 'Terima kunjungan',
  },
  {
    who: 'mentor',
    line: 'Periksa laporan',
    place: /\/laporan\/[\da-f-]{36}$/,
    next: 'Nyatakan terverifikasi',
  },
  {
    who: 'hub',
    line: 'Periksa dasar hukum',
    place: /\/replikasi\/REP-\d+#langkah$/,
    next: 'Nyatakan dilembagakan',
  },
] as const)(
  '$who finds "$line" on the desk and is led to where it is done',
  async ({ who, line, place, next }) => {
    const page = await signedIn(who, { scripts: false, width: 360 })
    await page.click(`main a:has-text("${line}")`)
    await page.waitForURL(place)
    await see(page, next)
    expect(page.url()).toMatch(place)
  },
)

test('the desk fits a phone, has no barriers, and says the days in both languages', async () => {
  const page = await signedIn('local admin', { scripts: true, width: 360 })
  expect(await axeFindings(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await see(page, 'lewat sejak')
  await page.goto('/en/kerja')
  await see(page, 'late since')
  expect(await axeFindings(page)).toEqual([])
})

test('the summary of the week is on for a local administrator, off for an author, and is chosen without scripts', async () => {
  const weekly = '[name="duties_week.mail"]'
  const admin = await signedIn('local admin', { scripts: false })
  await admin.goto('/akun/kabar')
  expect(await admin.inputValue(weekly)).toBe('weekly')
  const author = await signedIn('author', { scripts: false })
  await author.goto('/akun/kabar')
  expect(await author.inputValue(weekly)).toBe('off')
  await author.selectOption(weekly, 'weekly')
  await author.click('main form button')
  await see(author, 'Pilihan Anda tersimpan')
  expect(await author.inputValue(weekly)).toBe('weekly')
})

test('two people on one milestone: the second is told, keeps what was typed, and may save it knowingly', async () => {
  const [sari, hasan] = [
    await signedIn('author', { scripts: false }),
    await signedIn('mentor', { scripts: false }),
  ]
  await sari.click('main a:has-text("Catat tonggaknya: Rencana aksi")')
  await sari.waitForURL('**/replikasi/REP-*')
  const address = new URL(sari.url()).pathname
  await hasan.goto(address)
  for (const [page, number] of [
    [sari, 'RA/SARI'],
    [hasan, 'RA/HASAN'],
  ] as const) {
    await page.click('summary:has-text("Catat tonggak")')
    await page.selectOption('details[open] [name=kind]', 'plan')
    await page.fill('details[open] [name=reachedOn]', dayFromNow(-1))
    await page.fill('details[open] [name=number]', number)
    await page.click('form[action="?/milestone"] .btn')
    await page.waitForLoadState()
  }
  await see(sari, 'RA/SARI')
  await see(hasan, 'Orang lain menyimpan lebih dulu')
  await see(hasan, 'RA/SARI')
  expect(await hasan.inputValue('details[open] [name=number]')).toBe('RA/HASAN')
  await hasan.click('form[action="?/milestone"] .btn')
  const anyone = await newPage({ scripts: false })
  await hasan.waitForURL('**#tonggak')
  await anyone.goto(address)
  await see(anyone, 'RA/HASAN')
})
