import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '@semai/store/db/open'
import { agencies } from '@semai/testkit/cast'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { anInnovation } from '@semai/testkit/scene'
import { axeFindings } from './axe-findings.ts'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { newPage, walkOn } from './walk.ts'
import { signIn } from './walker.ts'

let site: OwnSite

beforeAll(async () => {
  site = await serveSite()
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  await castAgencies(db)
  await castPeople(db, ['author', 'author elsewhere'], { is_demonstration: true })
  const record = { name: 'Antar Obat', organisation_id: agencies.healthOffice }
  await anInnovation(db, { code: 'INV-W1', slug: 'antar-obat', ...record })
  await anInnovation(db, { code: 'INV-W2', slug: 'antar-obat-dua', ...record })
  await close()
})

afterAll(() => site.stop())

test('a proposal saves itself, counts its words, and goes out as text and JSON', async () => {
  const sari = await newPage()
  await signIn(sari, 'author')
  await sari.goto('/inovasi/antar-obat/kelola')
  await sari.click('text=Siapkan usulan: KIPP 2023, Kelompok Umum')
  await sari.waitForURL('**/naskah/usulan/*')
  expect(await sari.locator('main textarea').count()).toBe(8)
  expect(await axeFindings(sari)).toEqual([])
  await sari.fill('[name="aspek.ringkasan"]', 'Obat diantar ke pulau')
  await sari.locator('[data-count="aspek.ringkasan"]', { hasText: '4 dari paling banyak 200 kata' }).waitFor()
  await sari.waitForSelector('[data-live=state][data-state=saved]')
  await sari.waitForSelector('[data-point=ringkasan][data-met=true]')
  await sari.reload()
  expect(await sari.inputValue('[name="aspek.ringkasan"]')).toBe('Obat diantar ke pulau')
  const text = await (await sari.context().request.get(`${sari.url()}/usulan.txt`)).text()
  expect(text).toContain('1. Ringkasan (bobot 0; 4 dari 200 kata)\n\nObat diantar ke pulau')
  const record: unknown = await (await sari.context().request.get(`${sari.url()}/usulan.json`)).json()
  expect(record).toMatchObject({
    innovation: { code: 'INV-W1', name: 'Antar Obat' },
    form: { key: 'kipp-2023-umum' },
  })
  const yusuf = await newPage()
  await signIn(yusuf, 'author elsewhere')
  for (const more of ['', '/usulan.txt', '/usulan.json']) {
    expect((await yusuf.request.get(sari.url() + more)).status()).toBe(404)
  }
})

test('without scripts the same form saves, on a phone and in English', async () => {
  const sari = await newPage({ scripts: false, width: 360 })
  await signIn(sari, 'author')
  await sari.goto('/en/inovasi/antar-obat-dua/kelola')
  await sari.click('text=Prepare a proposal: KIPP 2023, general group')
  await sari.fill('[name="aspek.kebaruan"]', 'Perahu nelayan')
  await sari.click('main form button:has-text("Save")')
  expect(await sari.inputValue('[name="aspek.kebaruan"]')).toBe('Perahu nelayan')
  expect(await sari.textContent('[data-count="aspek.kebaruan"]')).toContain('2 words')
  expect(await sari.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await sari.goto('/en/inovasi/antar-obat-dua/kelola')
  await sari.click('text=Go on with the proposal')
  expect(await sari.inputValue('[name="aspek.kebaruan"]')).toBe('Perahu nelayan')
})
