import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '@semai/store/db/open'
import { saveEdit, startEdit } from '@semai/store/innovations/innovation-edit.commands'
import { agencies, cast } from '@semai/testkit/cast'
import { completeContent } from '@semai/testkit/complete-content'
import { headerOf, mailServer, textOf } from '@semai/testkit/mail-server'
import type { Arrived, MailServer } from '@semai/testkit/mail-server'
import { castAgencies, castEmail, castPeople } from '@semai/testkit/people'
import { axeFindings } from './axe-findings.ts'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { at, newPage, sql, walkOn } from './walk.ts'
import { see, signIn } from './walker.ts'

let site: OwnSite
let mail: MailServer
let text: string

beforeAll(async () => {
  mail = await mailServer()
  site = await serveSite(mail.env)
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  await castAgencies(db)
  await castPeople(db, ['author']) // a real account, which gets mail
  await castPeople(db, ['local admin', 'administrator'], { is_demonstration: true })
  const now = new Date()
  text = await startEdit(db, cast.author, { organisationId: agencies.healthOffice, innovationId: null, now })
  await saveEdit(db, cast.author, { id: text, revision: 0, content: completeContent, now })
  await close()
})

afterAll(async () => {
  await site.stop()
  await mail.close()
})

const is = (subject: string) => (arrived: Arrived) => headerOf(arrived, 'subject') === subject

const unread = async (page: Page) => {
  const mark = page.locator('header nav .unread').first()
  return (await mark.count()) === 0 ? null : mark.textContent()
}

test('a unit submits, is told of the return by mail, and stops that mail by one press', async () => {
  const sari = await newPage({ scripts: false })
  await signIn(sari, 'author')
  const warned = await mail.message(is('Masuk dari peramban baru: Chrome, Linux'))
  expect(headerOf(warned, 'list-unsubscribe')).toBeNull()
  expect(await unread(sari)).toBe('1')

  await sari.goto('/akun/kabar')
  await sari.uncheck('[name=quiet]') // this walk is taken at night too
  await sari.selectOption('[name=zone]', 'Asia/Makassar')
  await sari.click('main form button')
  await see(sari, 'Pilihan Anda tersimpan')
  expect(await sari.isChecked('[name=quiet]')).toBe(false)
  await sari.goto(`/naskah/${text}`)
  await sari.click('button:has-text("Ajukan ke admin lokal")')
  await see(sari, 'Menunggu admin lokal')

  const wayan = await newPage()
  await signIn(wayan, 'local admin')
  expect(await unread(wayan)).toBe('2')
  await wayan.click('header nav a:has-text("Kabar")')
  await see(wayan, 'Menunggu Anda: Antar Obat Pulau')
  expect(await axeFindings(wayan)).toEqual([])
  await wayan.click('button:has-text("Menunggu Anda: Antar Obat Pulau")')
  await wayan.waitForURL(`**/naskah/${text}`)
  expect(await unread(wayan)).toBe('1')
  await wayan.locator('details.step summary').click()
  await wayan.fill('[name=reason]', 'Lengkapi biayanya.')
  await wayan.click('details.step button')

  const returned = await mail.message(is('Dikembalikan: Antar Obat Pulau'))
  expect(textOf(returned)).toContain(`Buka: ${site.url}/naskah/${text}`)
  expect(textOf(returned)).not.toContain('biayanya') // the reason stays on the site
  const stop = headerOf(returned, 'list-unsubscribe')!.slice(1, -1)
  const mailed = async () => {
    await sari.goto('/akun/kabar')
    return sari.inputValue('[name="edit_returned.mail"]')
  }
  const stranger = await newPage({ scripts: false, width: 360 })
  await stranger.goto(stop)
  await see(stranger, 'Naskah dikembalikan')
  expect(await mailed()).toBe('now')
  const press = (headers: Record<string, string>) =>
    fetch(stop, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: 'List-Unsubscribe=One-Click',
    })
  expect((await press({ origin: 'https://jahat.test' })).status).toBe(403)
  expect(await mailed()).toBe('now')
  expect((await press({})).status).toBe(200)
  expect(await mailed()).toBe('off')
  await stranger.click('main form button')
  await see(stranger, 'Surel dihentikan')
  expect((await stranger.goto(`${stop}x`))?.status()).toBe(404)
})

test('news is read one by one or all at once, without scripts, and kept on its page', async () => {
  const sari = await newPage({ scripts: false, width: 360 })
  await signIn(sari, 'author')
  await sari.goto('/en/kabar')
  await see(sari, 'Returned: Antar Obat Pulau')
  await sari.click('button:has-text("Mark everything as read")')
  await see(sari, 'You have read everything')
  expect(await sari.locator('main .rows li').count()).toBe(3)
  expect(await sari.locator('main .rows button').count()).toBe(0)
  await sari.click('a:has-text("Returned: Antar Obat Pulau")')
  await sari.waitForURL(`**/en/naskah/${text}`)
})

test('a change of preferences that can not be is told, and nothing typed is lost', async () => {
  const sari = await newPage()
  await signIn(sari, 'author')
  await sari.goto('/akun/kabar')
  await sari.check('[name=quiet]')
  await sari.selectOption('[name=from]', '5')
  await sari.selectOption('[name=until]', '5')
  await sari.selectOption('[name="grant_given.mail"]', 'weekly')
  await sari.click('main form button')
  await see(sari, 'Jam tenang harus berakhir pada jam yang lain')
  expect(await axeFindings(sari)).toEqual([])
  expect([await sari.inputValue('[name=from]'), await sari.inputValue('[name="grant_given.mail"]')]).toEqual([
    '5',
    'weekly',
  ])
})

test('an administrator sees a mail that was given up and sends it again', async () => {
  mail.answer = () => 550
  const budi = await newPage({ scripts: false })
  await signIn(budi, 'administrator')
  await budi.goto('/kelola/orang')
  const row = budi.locator('.people > li', { hasText: castEmail('author') })
  await row.locator('summary').click()
  await row.locator('form[action="?/recover"] button').click()
  await see(budi, 'Tautan pemulihan siap')
  await expect
    .poll(() =>
      sql<{ n: number }>('select attempts as n from graphile_worker.jobs where last_error is not null'),
    )
    .toEqual([{ n: 1 }])
  await sql('update graphile_worker._private_jobs set attempts = max_attempts where last_error is not null')
  await budi.goto('/kelola/pekerjaan?keadaan=dead')
  await see(budi, 'The mail server answered 550 to DATA.')
  await see(budi, '12 dari 12')
  mail.answer = () => 'take'
  await budi.click('main .rows button')
  await see(budi, 'dicoba lagi dalam beberapa detik')
  await mail.message(is('Tautan kata sandi baru dibuat untuk akun Anda'))
  const looked = await newPage()
  await signIn(looked, 'administrator')
  await looked.goto('/kelola/pekerjaan')
  expect(await axeFindings(looked)).toEqual([])
  const wayan = await newPage()
  await signIn(wayan, 'local admin')
  expect((await wayan.goto(at('/kelola/pekerjaan')))?.status()).toBe(404)
})
