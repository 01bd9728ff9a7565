import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '@semai/store/db/open'
import type { CastName } from '@semai/testkit/cast'
import { demonstrateBlueprint } from '@semai/testkit/demonstration'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { axeFindings } from './axe-findings.ts'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { fetchText, newPage, sql, walkOn } from './walk.ts'
import { isNarrowEnough, see, signIn, state } from './walker.ts'

let site: OwnSite
const path = '/inovasi/antar-obat-pulau/rancang-bangun'

beforeAll(async () => {
  site = await serveSite()
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  await castAgencies(db)
  await castPeople(db, ['author', 'author elsewhere', 'local admin'], { is_demonstration: true })
  await demonstrateBlueprint(db, new Date())
  await close()
})

afterAll(() => site.stop())

/** Names of the steps as the editor shows them, in order. */
const steps = (page: Page) => page.locator('#field-process_step .called').allTextContents()
const copies = async () => {
  const [row] = await sql<{ n: number }>(
    'select count(*)::int as n from blueprint_edit_copy where taken_at is null',
  )
  return row!.n
}

/** Opens the text of the demonstration's blueprint. */
async function open(page: Page, name: CastName): Promise<string> {
  await signIn(page, name)
  await page.goto(path)
  await page.click('button:has-text("Ubah rancang bangun")')
  await page.waitForURL('**/naskah/rancang-bangun/*')
  return page.url()
}

test('anyone reads it, compares versions and takes it along, without scripts', async () => {
  const anyone = await newPage({ scripts: false, width: 360 })
  await anyone.goto('/inovasi/antar-obat-pulau')
  await anyone.click('text=Baca rancang bangun')
  await see(anyone, 'Mengabari pasien')
  expect(await isNarrowEnough(anyone)).toBe(true)
  await anyone.click('text=bandingkan dengan sebelumnya')
  await see(anyone, 'Kotak obat kedap air')
  expect(await anyone.locator('ins', { hasText: 'perahu puskesmas bila cuaca buruk' }).count()).toBe(1)
  expect(await isNarrowEnough(anyone)).toBe(true)
  await anyone.click('text=Dalam kalimat')
  await anyone.waitForURL('**&tampilan=kalimat')

  const json = await fetchText(`${path}/rancang-bangun.json?versi=1`)
  expect([json.status, (JSON.parse(json.text) as { version: number }).version]).toEqual([200, 1])
  const code = await fetchText(`${path}/aplikasi/publiccode.yml`)
  expect([code.status, code.type, code.text.split('\n')[1]]).toEqual([
    200,
    'application/yaml; charset=utf-8',
    'name: "Catatan Antar Obat"',
  ])
  for (const gone of [
    `${path}?versi=9`,
    `${path}?versi=x`,
    `${path}/antar/publiccode.yml`,
    `${path}/banding?dari=7`,
  ])
    expect((await fetchText(gone)).status, gone).toBe(404)
})

test('a unit changes it, adds and moves a step, submits; its administrator publishes version three', async () => {
  const sari = await newPage()
  const address = await open(sari, 'author')
  await sari.fill('[name=note]', 'Langkah baru untuk musim barat.')
  await state(sari, 'saved')
  expect(await axeFindings(sari)).toEqual([])

  // Typed and not yet saved when a button is pressed: nothing is lost, and nobody is in conflict with themselves.
  await sari.locator('#komponen-daftar > summary').click()
  await sari.fill('[name="c.daftar.title"]', 'Mendaftar pasien dan keluarganya')
  await sari.click('button[value="add process_step"]')
  await sari.waitForURL('**#komponen-process-step-*')
  const added = new URL(sari.url()).searchParams.get('buka')!
  await sari.fill(`[name="c.${added}.title"]`, 'Menyiapkan obat dua bulan')
  await sari.fill(`[name="c.${added}.actor"]`, 'Apoteker')
  await sari.fill(`[name="c.${added}.duration"]`, '2')
  await sari.click(`button[value="up ${added}"]`)
  await sari.waitForFunction(
    () =>
      document.querySelectorAll('#field-process_step .called')[4]?.textContent ===
      'Menyiapkan obat dua bulan',
  )
  expect(await steps(sari)).toEqual([
    'Mendaftar pasien dan keluarganya',
    'Menyiapkan paket obat',
    'Mengantar dengan perahu nelayan',
    'Mengabari pasien',
    'Menyiapkan obat dua bulan',
    'Menyerahkan dan memantau',
  ])
  expect(await copies()).toBe(0)
  await sari.click('button:has-text("Ajukan ke admin lokal")')
  await see(sari, 'Menunggu admin lokal')

  const wayan = await newPage({ scripts: false })
  await signIn(wayan, 'local admin')
  await wayan.click('text=Rancang bangun: Antar Obat Pulau')
  await wayan.click('text=Lihat yang berubah dari versi terbit')
  await see(wayan, 'Mendaftar pasien dan keluarganya')
  await wayan.goto(address)
  await wayan.click('button:has-text("Terbitkan")')
  await wayan.waitForURL(`**${path}`)
  await see(wayan, 'Langkah baru untuk musim barat.')

  const keys = await sql<{ keys: string }>(
    `select (select string_agg(c->>'key', ' ' order by c->>'key') from jsonb_array_elements(v.content->'components') c
      where c->>'kind' = 'process_step') as keys from blueprint_version v order by number`,
  )
  expect(keys.map((row) => row.keys)).toEqual([
    'antar daftar serahkan siapkan',
    'antar daftar kabar serahkan siapkan',
    ['antar', 'daftar', 'kabar', 'serahkan', 'siapkan', added].sort().join(' '),
  ])
})

test('without scripts the same form adds, removes, moves and saves', async () => {
  const sari = await newPage({ scripts: false, width: 360 })
  const address = await open(sari, 'author')
  await sari.goto(address.replace('/naskah', '/en/naskah'))
  expect(await isNarrowEnough(sari)).toBe(true)
  await sari.fill('[name=note]', 'Written without scripts')
  await sari.click('button[value="add risk"]')
  const added = new URL(sari.url()).searchParams.get('buka')!
  await sari.fill(`[name="c.${added}.title"]`, 'Boats are few')
  await sari.press(`[name="c.${added}.title"]`, 'Enter')
  await see(sari, 'Boats are few')
  expect(await sari.inputValue('[name=note]')).toBe('Written without scripts')
  await sari.locator(`#komponen-${added} > summary`).click()
  await sari.locator(`#komponen-${added} .removal summary`).click()
  await sari.click(`button[value="remove ${added}"]`)
  expect(await sari.locator(`#komponen-${added}`).count()).toBe(0)
  await sari.click('main form button.btn:has-text("Save")')
  expect(await sari.inputValue('[name=note]')).toBe('Written without scripts')
  expect(await copies()).toBe(0)
})

test('two editors: the second is told, both texts are there', async () => {
  const [sari, wayan] = [await newPage(), await newPage()]
  await open(sari, 'author')
  await open(wayan, 'local admin')
  await sari.fill('[name=note]', 'Dari Sari')
  await state(sari, 'saved')
  await wayan.fill('[name=note]', 'Dari Wayan')
  await state(wayan, 'conflict')
  await wayan.reload()
  expect(await wayan.inputValue('[name=note]')).toBe('Dari Sari')
  await wayan.click('button:has-text("Pakai naskah ini")')
  await wayan.waitForLoadState()
  expect(await wayan.inputValue('[name=note]')).toBe('Dari Wayan')
  await wayan.click('button:has-text("Sudah tidak perlu")')
  await wayan.waitForFunction(() => document.querySelector('#copies') === null)
})

test('a file is read in whole, or told place by place', async () => {
  const sari = await newPage({ scripts: false })
  const address = await open(sari, 'author')
  await sari.click('text=Masukkan dari berkas JSON')
  const blueprint = JSON.parse((await fetchText(`${path}/rancang-bangun.json?versi=1`)).text) as {
    components: Record<string, unknown>[]
  }
  const send = async (content: unknown) => {
    const buffer = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))
    await sari.setInputFiles('[name=file]', { name: 'rancang.json', mimeType: 'application/json', buffer })
    await sari.click('main form button')
  }
  await send('{')
  await see(sari, 'bukan JSON yang utuh')
  const broken = blueprint.components.map((component, i) =>
    i === 3 ? { ...component, duration: 'lama' } : component,
  )
  await send({ ...blueprint, components: broken })
  await see(sari, 'Komponen 4 (Lamanya)')
  expect(await sari.locator('[role=alert] tbody tr').count()).toBe(1)
  await send(blueprint)
  await sari.waitForURL(address)
  expect(await steps(sari)).toEqual([
    'Mendaftar pasien rutin',
    'Menyiapkan paket obat',
    'Mengantar dengan perahu nelayan',
    'Menyerahkan dan memantau',
  ])
  await see(sari, 'Naskah yang tersimpan di samping')
})

test('pages of the blueprint hold up for those who do not see or use a mouse', async () => {
  const sari = await newPage()
  const address = await open(sari, 'author')
  for (const page of [
    path,
    `${path}/banding`,
    `/en${path}/banding?tampilan=kalimat`,
    address,
    `${address}/impor`,
    `${address}/banding`,
  ]) {
    await sari.goto(page)
    expect(await axeFindings(sari), page).toEqual([])
  }
})

test('nobody of another institution opens it, and nobody at all without signing in', async () => {
  const [{ id }] = (await sql<{ id: string }>('select id from blueprint_edit limit 1')) as [{ id: string }]
  const yusuf = await newPage()
  await signIn(yusuf, 'author elsewhere')
  for (const part of ['', '/banding', '/impor', '/rancang-bangun.json'])
    expect((await yusuf.goto(`/naskah/rancang-bangun/${id}${part}`))?.status(), part).toBe(404)
  await yusuf.goto(path)
  expect(await yusuf.locator('button:has-text("Ubah rancang bangun")').count()).toBe(0)
  const anyone = await newPage()
  await anyone.goto(`/naskah/rancang-bangun/${id}`)
  expect(new URL(anyone.url()).pathname).toBe('/masuk')
})
