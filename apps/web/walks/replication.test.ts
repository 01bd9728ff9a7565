import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castInnovation, sharedInnovation } from '@semai/testkit/claims-scene'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { openDatabase } from '@semai/store/db/open'
import { axeFindings } from './axe-findings.ts'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { newPage, sql, walkOn } from './walk.ts'
import { isNarrowEnough, see, signIn } from './walker.ts'

let site: OwnSite

beforeAll(async () => {
  site = await serveSite()
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  await castAgencies(db)
  await castPeople(db, ['author', 'author elsewhere', 'local admin', 'hub', 'mentor'], {
    is_demonstration: true,
  })
  await castInnovation(db)
  await close()
})

afterAll(() => site.stop())

const events = async () =>
  (
    await sql<{ what: string }>(
      "select what from audit_event where what ~ '^(replication|claim|forum)' order by id",
      [],
    )
  ).map(({ what }) => what)

/** One step that asks for more, filled in and sent. */
async function take(page: Page, step: string, fields: Record<string, string>): Promise<void> {
  await page.click(`summary:has-text("${step}")`)
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`details[open] [name=${name}]`)
    await ((await field.evaluate((one) => one.tagName)) === 'SELECT'
      ? field.selectOption(value)
      : field.fill(value))
  }
  await page.click('details[open] button')
}

test.each([
  ['off', 'dinas-kesehatan-sukamaju', 'Obat Tiba'],
  ['on', 'puskesmas-sukamaju', 'Obat Datang'],
])(
  'with scripts %s: from a letter to a footing of its own, and the origin and the hub take their part',
  async (scripts, unit, localName) => {
    const before = (await events()).length
    const sari = await newPage({ scripts: scripts === 'on', width: 360 })
    await signIn(sari, 'author')
    await sari.goto(`/inovasi/${sharedInnovation}`)
    await sari.click('text=Replikasi inovasi ini')
    await sari.selectOption('[name=organisation]', unit)
    await sari.fill('[name=localName]', localName)
    await sari.fill('[name=year]', 'duaribu')
    await sari.click('main form button')
    await see(sari, 'Tulis tahun, misalnya 2027.')
    expect(await sari.inputValue('[name=localName]')).toBe(localName)
    await sari.fill('[name=year]', '2027')
    await sari.fill('[name=letterNumber]', '500/1/2026')
    await sari.fill('[name=letterOn]', '2026-02-01')
    await sari.selectOption('[name=region]', '35.10')
    await sari.click('main form button')
    await sari.waitForURL('**/replikasi/REP-*')
    await see(sari, 'Disiapkan')
    expect(await isNarrowEnough(sari)).toBe(true)
    const address = new URL(sari.url()).pathname

    await take(sari, 'Catat tonggak', { kind: 'plan', reachedOn: '2026-02-10', number: 'RA/1' })
    await see(sari, 'RA/1')
    await take(sari, 'Mulai melaksanakan', { day: '2026-02-12' })
    await see(sari, 'Dilaksanakan')
    await take(sari, 'Sudah berjalan', { day: '2026-02-20' })
    await see(sari, 'Dinyatakan')
    await take(sari, 'Ubah keterangan', {
      legalBasis: 'Perbup 4/2026',
      budgetLine: '1.02.02.2.02',
      procedure: 'SOP 7/2026',
    })
    await see(sari, 'Perbup 4/2026')

    const maria = await newPage({ scripts: scripts === 'on' })
    await signIn(maria, 'hub')
    await maria.goto(address)
    await take(maria, 'Nyatakan dilembagakan', { day: '2026-02-25', reason: 'Perbup, DPA dan SOP dilihat' })
    await see(maria, 'Dilembagakan')

    const yusuf = await newPage({ scripts: scripts === 'on' })
    await signIn(yusuf, 'author elsewhere')
    await yusuf.goto('/kabar')
    await see(yusuf, `mereplikasi ${localName}`)
    await yusuf.goto(address)
    await yusuf.click('text=Dinyatakan')
    await yusuf.click('button:has-text("Konfirmasi")')
    await see(yusuf, 'Dikonfirmasi')

    const anyone = await newPage()
    await anyone.goto(address)
    await see(anyone, 'Dikonfirmasi')
    expect(await axeFindings(anyone)).toEqual([])
    expect(await anyone.textContent('main')).not.toContain('Sari Wulandari')
    expect((await events()).slice(before)).toEqual([
      'replication.start',
      'replication.milestone',
      'replication.begin',
      'claim.start',
      'replication.run',
      'replication.facts',
      'replication.institutionalise',
      'claim.confirm',
    ])

    await sari.goto(address)
    await take(sari, 'Terhenti', { cause: 'budget', day: '2026-03-01' })
    await see(sari, 'Alasan: anggaran')
    await anyone.goto(address)
    await see(anyone, 'Alasannya dibaca oleh instansi itu')
    expect(await anyone.textContent('main')).not.toContain('anggaran.')
  },
)

test('a forum of the hub decides for five at once; each finds it on its desk', async () => {
  const maria = await newPage({ scripts: false })
  await signIn(maria, 'hub')
  await maria.goto('/forum/baru')
  const adopters = [
    'pemerintah-kabupaten-sukamaju',
    'pemerintah-provinsi-lintang',
    'pemerintah-kabupaten-tirtasari',
    'dinas-kesehatan-sukamaju',
    'puskesmas-sukamaju',
  ]
  await maria.fill('[name=title]', 'Forum JIPP triwulan pertama')
  await maria.fill('[name=heldOn]', '2026-02-03')
  await maria.fill('[name=minuteNumber]', 'BA/1/2026')
  await maria.fill('[name=minute]', 'Disepakati bersama.')
  await maria.fill(
    '[name=decisions]',
    ['dinas-entah', ...adopters].map((one) => `${one} | ${sharedInnovation}`).join('\n'),
  )
  await maria.click('main form button')
  await see(maria, 'dinas-entah')
  expect(await maria.inputValue('[name=title]')).toBe('Forum JIPP triwulan pertama')
  await maria.fill('[name=decisions]', adopters.map((one) => `${one} | ${sharedInnovation}`).join('\n'))
  await maria.click('main form button')
  await maria.waitForURL('**/forum/*-*')
  expect(await maria.locator('.rows li').count()).toBe(5)
  const wayan = await newPage({ scripts: false, width: 360 })
  await signIn(wayan, 'local admin')
  await see(wayan, 'Replikasi unit Anda')
  expect(await isNarrowEnough(wayan)).toBe(true)
})
