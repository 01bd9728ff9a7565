import { gzipSync } from 'node:zlib'
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '@semai/store/db/open'
import { castAgencies, castEmail, castPassword, castPeople } from '@semai/testkit/people'
import type { CastName } from '@semai/testkit/cast'
import { startSemai } from '../../../prove/programs.ts'
import { axeFindings } from './axe-findings.ts'
import { freePort } from './free-port.ts'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { localProvider } from './sign-on-provider.ts'
import type { LocalProvider } from './sign-on-provider.ts'
import { fetchText, newPage, sql, walkOn } from './walk.ts'
import { see } from './walker.ts'

let site: OwnSite
let provider: LocalProvider
let address: string
const people: CastName[] = ['local admin', 'author', 'administrator', 'evaluator']

beforeAll(async () => {
  provider = await localProvider()
  const port = await freePort()
  address = `http://localhost:${port}` // browsers make passkeys for names only
  site = await serveSite({ PORT: String(port), SEMAI_URL: address, ...provider.env })
  walkOn({ url: address, data: site.data })
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  await castAgencies(db)
  await castPeople(db, people)
  await close()
})
afterAll(async () => {
  await site.stop()
  await provider.stop()
})

async function signIn(page: Page, name: CastName, address = '/masuk'): Promise<void> {
  await page.goto(address)
  await page.fill('[name=email]', castEmail(name))
  await page.fill('[name=password]', castPassword)
  await page.click('main form button')
}

async function signOut(page: Page): Promise<void> {
  await page.goto('/keluar')
  await page.click('main form button')
  await see(page, 'Anda sudah keluar')
}

/** A device that recognises its owner and keeps passkeys. */
async function withDevice(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return cdp
}

test('a passkey is added, signs in, is the second factor, and is taken away', async () => {
  const page = await newPage()
  await withDevice(page)
  await signIn(page, 'local admin')
  await page.waitForURL('**/kerja')
  expect((await page.goto('/kelola/orang'))?.status()).toBe(404) // asleep

  await page.goto('/akun/pengaman')
  expect(await axeFindings(page)).toEqual([])
  await page.fill('[name=name]', 'Telepon kantor')
  await page.click('text=Tambah kunci sandi')
  await page.waitForSelector('main .codes')
  expect(await page.locator('main .codes li').count()).toBe(10)
  expect((await page.goto('/kelola/orang'))?.status()).toBe(200)

  await signOut(page)
  await page.goto('/masuk?lanjut=/kelola/orang')
  await page.click('button:has-text("Masuk dengan kunci sandi")')
  await page.waitForURL(`${address}/kelola/orang`)
  await page.goto('/akun/pengaman')
  await see(page, 'terakhir dipakai')

  await signOut(page)
  await signIn(page, 'local admin', '/masuk?lanjut=/kelola/orang')
  await page.waitForURL('**/masuk/kode?*')
  expect(await axeFindings(page)).toEqual([])
  await page.click('button:has-text("Pakai kunci sandi")')
  await page.waitForURL(`${address}/kelola/orang`)

  await page.goto('/akun/pengaman')
  await page.click('summary:has-text("Hapus")')
  await page.click('text=Hapus "Telepon kantor"')
  await see(page, 'Kunci sandi dihapus')
  await signOut(page)
  await page.goto('/masuk')
  await page.click('button:has-text("Masuk dengan kunci sandi")')
  await see(page, 'tidak dikenal di situs ini')
  const trail = await sql<{ what: string }>(
    `select what from audit_event where what ~ '^(passkey|session.raise)' order by id`,
  )
  expect(trail.map(({ what }) => what)).toEqual(['passkey.add', 'session.raise', 'passkey.remove'])
})

test('the script for passkeys is small', async () => {
  const { text } = await fetchText('/passkey.js')
  expect(gzipSync(text).length).toBeLessThan(2_000)
})

test('without a passkey on the device, or without scripts, the page says what to do', async () => {
  const page = await newPage()
  const cdp = await withDevice(page)
  await page.goto('/masuk')
  await page.click('button:has-text("Masuk dengan kunci sandi")')
  await see(page, 'Belum selesai: dibatalkan')
  expect(await page.locator('main form button').first().isEnabled()).toBe(true)
  await cdp.detach()

  const plain = await newPage({ scripts: false })
  for (const path of ['/masuk', '/masuk/kunci', '/en/masuk/kunci']) {
    await plain.goto(path)
    expect(await plain.locator('text=Masuk dengan kunci sandi >> visible=true').count()).toBe(
      path === '/masuk/kunci' ? 1 : 0, // the heading of the page
    )
    await see(
      plain,
      path.startsWith('/en') ? 'Passkeys need a recent browser' : 'Kunci sandi memerlukan peramban',
    )
  }
  await signIn(plain, 'author')
  await plain.waitForURL('**/kerja')
  await plain.goto('/akun/pengaman')
  await see(plain, 'Menambah kunci sandi memerlukan peramban')
})

test('the ways into an account change only a moment after a proof', async () => {
  const page = await newPage({ scripts: false })
  await signIn(page, 'author')
  await page.waitForURL('**/kerja')
  await sql(`update session set proved_at = now() - interval '1 hour'`)
  await page.goto('/akun/pengaman')
  expect(new URL(page.url()).pathname).toBe('/masuk/ulang')
  await page.fill('[name=password]', 'bukan kata sandi saya')
  await page.click('main form button')
  await see(page, 'Kata sandi ini tidak cocok')
  await page.fill('[name=password]', castPassword)
  await page.click('main form button')
  await page.waitForURL(`${address}/akun/pengaman`)
})

const evaluator = { sub: 'penilai-17', email: castEmail('evaluator'), email_verified: true }

test('a provider that does not answer, refuses, or is left, leads back with a sentence', async () => {
  const page = await newPage({ scripts: false })
  const tryIt = async (says: string) => {
    await page.goto('/masuk')
    await page.click('text=Masuk dengan Akun Contoh')
    await see(page, says)
    expect(new URL(page.url()).pathname).toBe('/masuk')
  }
  await tryIt('sedang tidak menjawab')
  provider.open(address)
  await tryIt('Anda tidak jadi masuk')
  provider.open('http://localhost:1') // this site is not one it knows any more
  const response = await page.goto('/masuk/layanan')
  expect(response?.status()).toBe(400) // the provider's own page: it sends nobody to an address it does not know
  provider.open(address)
})

test('a provider leads in once its account is linked, by its owner, and never past the second factor', async () => {
  const page = await newPage()
  provider.open(address)
  provider.who = evaluator
  await page.goto('/masuk')
  await page.click('text=Masuk dengan Akun Contoh')
  await see(page, 'belum terhubung dengan akun di sini')
  expect(await axeFindings(page)).toEqual([])
  await page.fill('[name=email]', castEmail('evaluator'))
  await page.fill('[name=password]', castPassword)
  await page.click('main form button')
  await page.waitForURL(`${address}/akun/pengaman`)
  await see(page, `Akun Contoh mengenali Anda sebagai ${evaluator.email}`)
  await page.click('text=Hubungkan dengan akun ini')
  await see(page, 'Terhubung. Anda dapat masuk lewat Akun Contoh')
  await withDevice(page)
  await page.click('text=Tambah kunci sandi')
  await page.waitForSelector('main .codes')

  await signOut(page)
  await page.goto('/masuk?lanjut=/akun')
  await page.click('text=Masuk dengan Akun Contoh')
  await page.waitForURL('**/masuk/kode?lanjut=%2Fakun')
  await page.click('button:has-text("Pakai kunci sandi")')
  await page.waitForURL(`${address}/akun`)
  const [used] = await sql(`select acr, amr from sign_on_link`)
  expect(used).toEqual({ acr: 'urn:contoh:dua', amr: ['pwd', 'otp'] })

  await page.goto('/keluar')
  await page.click('main form button')
  await see(page, 'Anda mungkin masih masuk di Akun Contoh')
  await page.click('text=Keluar juga dari Akun Contoh')
  await page.click('text=Yes, sign me out')
  await page.waitForURL(`${address}/keluar`)
})

test('semai doctor says whether the provider is set and answers', async () => {
  provider.open(address)
  const says = async (asked: Record<string, string>) => {
    const { line, ended } = startSemai(['doctor'], { ...process.env, SEMAI_DATA: site.data, ...asked })
    const said = await line((text) => text.includes('sign-on'))
    await ended
    return said.replaceAll(/\s+/g, ' ')
  }
  expect(await says({})).toBe('ok sign-on no provider; SEMAI_OIDC_ISSUER is not set')
  expect(await says(provider.env)).toBe(`ok sign-on Akun Contoh answers at ${provider.issuer}`)
  provider.close()
  expect(await says(provider.env)).toMatch(/^!! sign-on Akun Contoh does not answer at /)
})

test('an address the provider has not checked, or of somebody else, is not linked', async () => {
  provider.open(address)
  for (const who of [
    { sub: 'lain-1', email: castEmail('author'), email_verified: false },
    { sub: 'lain-2', email: castEmail('evaluator'), email_verified: true },
  ]) {
    provider.who = who
    const page = await newPage({ scripts: false })
    await signIn(page, 'author')
    await page.waitForURL('**/kerja')
    await page.goto('/akun/pengaman')
    await page.click('text=Hubungkan dengan Akun Contoh')
    await see(page, `mengenali Anda sebagai ${who.email}`)
    await page.click('text=Hubungkan dengan akun ini')
    await see(page, 'berbeda dari alamat surel akun ini, atau belum diperiksa')
  }
  expect(await sql(`select subject from sign_on_link where subject ~ '^lain'`)).toEqual([])
})

test('an invitation is taken up by a provider that vouches for the invited address', async () => {
  provider.open(address)
  const page = await newPage({ scripts: false })
  await signIn(page, 'administrator')
  await page.waitForURL('**/kerja')
  await sql(
    `update session set assurance = 'second_factor' where person_id in (select person_id from role_grant where role = 'administrator')`,
  )
  await page.goto('/kelola/orang')
  await page.fill('[name=name]', 'Joko Susilo')
  await page.fill('[name=email]', 'joko@contoh.test')
  await page.selectOption('[name=role]', 'auditor')
  await page.click('main form[action="?/invite"] button')
  const link = await page.inputValue('main .box-good [name=link]')
  expect(link.startsWith(address)).toBe(true)

  provider.who = { sub: 'joko-9', email: 'lain@contoh.test', email_verified: true }
  const joko = await newPage({ scripts: false })
  await joko.goto(link)
  await joko.click('text=Pakai Akun Contoh, tanpa kata sandi')
  await see(joko, 'berbeda dari alamat yang diundang')
  provider.who = { sub: 'joko-10', email: 'joko@contoh.test', email_verified: true }
  const again = await newPage({ scripts: false })
  await again.goto(link)
  await again.click('text=Pakai Akun Contoh, tanpa kata sandi')
  await see(again, 'Kata sandi tidak diperlukan')
  await again.click('text=Buat akun dan masuk')
  await again.waitForURL(`${address}/akun`)
  const rows =
    await sql(`select p.password_hash, l.subject from person p join sign_on_link l on l.person_id = p.id
    where p.email = 'joko@contoh.test'`)
  expect(rows).toEqual([{ password_hash: null, subject: 'joko-10' }])
})
