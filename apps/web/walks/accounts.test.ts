import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '@semai/store/db/open'
import { castAgencies } from '@semai/testkit/people'
import { axeFindings } from './axe-findings.ts'
import { accept, accepted, codeNow, invite, secondFactor } from './entering.ts'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { newPage, sql, walkOn } from './walk.ts'
import { see } from './walker.ts'

let site: OwnSite
const passwords = {
  budi: 'bambu runcing di kebun',
  wayan: 'pura tua di tebing',
  sari: 'perahu kayu di teluk',
}

beforeAll(async () => {
  site = await serveSite()
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  await castAgencies(db)
  await close()
})
afterAll(() => site.stop())

test('the first administrator invites a local administrator, who gives a unit its account', async () => {
  const budi = await newPage({ scripts: false })
  const first = await site.firstLink()
  await accept(budi, first, { email: 'budi@contoh.test', name: 'Budi Santoso', password: passwords.budi })
  expect((await budi.goto('/kelola/orang'))?.status()).toBe(404)
  const { secret, codes } = await secondFactor(budi)
  expect((await (await newPage()).goto(first))?.status()).toBe(404)

  const forWayan = await invite(budi, {
    name: 'Wayan Sudarma',
    email: 'wayan@contoh.test',
    role: 'local_admin',
    organisation: 'pemerintah-kabupaten-sukamaju',
  })
  const wayan = await newPage()
  await accept(wayan, forWayan, { name: 'Wayan Sudarma', password: passwords.wayan })
  await secondFactor(wayan)
  const forSari = await invite(wayan, {
    name: 'Sari Wulandari',
    email: 'sari@contoh.test',
    role: 'author',
    organisation: 'dinas-kesehatan-sukamaju',
  })
  expect(await axeFindings(wayan)).toEqual([]) // axe needs scripts in the page
  const sari = await newPage({ scripts: false, width: 360 })
  await accept(sari, forSari, { name: 'Sari Wulandari', password: passwords.sari })
  await sari.goto('/kerja')
  await see(sari, 'Catat inovasi baru')
  const trail = await sql<{ what: string }>(
    `select what from audit_event where what !~ '^(import|innovation)' order by id`,
  )
  expect(trail.map(({ what }) => what)).toEqual([
    'invitation.create',
    ...accepted,
    'person.authenticator',
    'invitation.create',
    ...accepted,
    'person.authenticator',
    'invitation.create',
    ...accepted,
  ])

  await budi.goto('/keluar')
  await budi.click('main form button')
  await see(budi, 'Anda sudah keluar')
  await signIn(budi, 'budi@contoh.test', passwords.budi, '/masuk?lanjut=/kelola/orang')
  await budi.waitForURL('**/masuk/kode?*')
  await budi.fill('[name=code]', codeNow(secret, 1))
  await budi.click('main form button')
  await budi.waitForURL('**/kelola/orang')
  const elsewhere = await newPage()
  await signIn(elsewhere, 'budi@contoh.test', passwords.budi)
  await elsewhere.waitForURL('**/masuk/kode?*')
  await elsewhere.fill('[name=code]', codes[3]!)
  await elsewhere.click('main form button')
  await elsewhere.waitForURL('**/kerja')
})

async function signIn(page: Page, email: string, password: string, address = '/masuk'): Promise<void> {
  await page.goto(address)
  await page.fill('[name=email]', email)
  await page.fill('[name=password]', password)
  await page.click('main form button')
}

test('a session that was ended elsewhere is over with the next click', async () => {
  const [office, home] = [await newPage(), await newPage()]
  await signIn(office, 'sari@contoh.test', passwords.sari)
  await signIn(home, 'sari@contoh.test', passwords.sari)
  await home.goto('/akun')
  while ((await home.locator('main form button').count()) > 0)
    await home.locator('main form button').first().click()
  await office.goto('/kerja')
  expect(new URL(office.url()).pathname).toBe('/masuk')
  await home.goto('/kerja')
  expect(new URL(home.url()).pathname).toBe('/kerja')
})

test('a forgotten password comes back by a link of one use', async () => {
  const wayan = await newPage()
  await signIn(wayan, 'wayan@contoh.test', passwords.wayan)
  await wayan.waitForURL('**/masuk/kode?*')
  await sql(`update session set assurance = 'second_factor' where ended_at is null`)
  await wayan.goto('/kelola/orang')
  const row = wayan.locator('.people > li', { hasText: 'sari@contoh.test' })
  await row.locator('summary').click()
  await row.locator('form[action="?/recover"] button').click()
  const link = await wayan.inputValue('[name=link]')
  const sari = await newPage({ scripts: false })
  await sari.goto(link)
  await sari.fill('[name=password]', 'sari wulandari')
  await sari.fill('[name=again]', 'sari wulandari')
  await sari.click('main form button')
  await see(sari, 'mudah ditebak')
  await sari.fill('[name=password]', 'layar putih di cakrawala')
  await sari.fill('[name=again]', 'layar putih di cakrawala')
  await sari.click('main form button')
  await sari.waitForURL('**/masuk')
  await signIn(sari, 'sari@contoh.test', 'layar putih di cakrawala')
  await sari.waitForURL('**/kerja')
  await sari.goto(link)
  await sari.fill('[name=password]', 'layar hitam di cakrawala')
  await sari.fill('[name=again]', 'layar hitam di cakrawala')
  await sari.click('main form button')
  expect(await sari.locator('[role=alert]').textContent()).toContain('Tautan ini sudah dipakai')
})

test.each([true, false])(
  'one’s own password is changed where one is signed in, scripts %s',
  async (scripts) => {
    const [old, fresh] = scripts
      ? ['layar putih di cakrawala', 'ombak biru di karang']
      : ['ombak biru di karang', 'layar putih di cakrawala']
    const [sari, elsewhere] = [await newPage({ scripts, width: 360 }), await newPage()]
    for (const page of [elsewhere, sari]) {
      await signIn(page, 'sari@contoh.test', old)
      await page.waitForURL('**/kerja')
    }
    await sari.goto('/akun/pengaman')
    const change = async (password: string, again: string) => {
      await sari.fill('[name=password]', password)
      await sari.fill('[name=again]', again)
      await sari.click('form[action="?/password"] button')
    }
    await change('sari wulandari', 'sari wulandari')
    await see(sari, 'mudah ditebak')
    await change(fresh, `${fresh}!`)
    await see(sari, 'tidak sama')
    expect(await sari.inputValue('[name=password]')).toBe('')
    await change(fresh, fresh)
    await see(sari, 'Kata sandi sudah diganti.')
    expect(scripts ? await axeFindings(sari) : []).toEqual([])
    await elsewhere.goto('/kerja')
    expect(new URL(elsewhere.url()).pathname).toBe('/masuk')
    await sari.goto('/kabar')
    await see(sari, 'Kata sandi Anda diganti')
  },
)

test('signing in leads to pages of this site only', async () => {
  for (const next of ['https://jahat.test/', '//jahat.test/', '/\\jahat.test', 'javascript:alert(1)']) {
    const page = await newPage({ scripts: false })
    await signIn(
      page,
      'sari@contoh.test',
      'layar putih di cakrawala',
      `/masuk?lanjut=${encodeURIComponent(next)}`,
    )
    await page.waitForURL(`${site.url}/kerja`)
    expect(page.url(), next).toBe(`${site.url}/kerja`)
  }
})
