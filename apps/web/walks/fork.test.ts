import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveBlueprint } from '@semai/store/blueprints/blueprint-edit.commands'
import { openDatabase } from '@semai/store/db/open'
import { islandMedicine } from '@semai/testkit/blueprint-scene'
import { cast } from '@semai/testkit/cast'
import { demonstrateBlueprint } from '@semai/testkit/demonstration'
import { demonstrateFork } from '@semai/testkit/fork-demonstration'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { castReplications } from '@semai/testkit/replications-scene'
import { axeFindings } from './axe-findings.ts'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { newPage, sql, walkOn } from './walk.ts'
import { isNarrowEnough, see, signIn, state } from './walker.ts'

let site: OwnSite
/** The replica that has published its blueprint, and one whose origin has none. */
let fork: string
let bare: string

beforeAll(async () => {
  site = await serveSite()
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  await castAgencies(db)
  await castPeople(db, undefined, { is_demonstration: true })
  const slug = await demonstrateBlueprint(db, new Date())
  await castReplications(db, new Date())
  fork = `/replikasi/${await demonstrateFork(db, slug, new Date())}/rancang-bangun`
  const row = await db
    .selectFrom('replication')
    .select('code')
    .where('local_name', '=', 'Perahu Akta Sukamaju')
    .executeTakeFirstOrThrow()
  bare = `/replikasi/${row.code}/rancang-bangun`
  await close()
})

afterAll(() => site.stop())

const live = (page: Page, name: string) => page.locator(`[data-live-text="${name}"]`)

test('anyone sees what a replica kept, what it changed and why, in both languages, without scripts', async () => {
  const anyone = await newPage({ scripts: false, width: 360 })
  await anyone.goto(fork.replace('/rancang-bangun', ''))
  await anyone.click('text=Yang dipertahankan dan yang diubah')
  await anyone.waitForURL(`**${fork}`)
  await see(anyone, 'Modifikasi')
  await see(anyone, 'Adaptasi')
  await see(anyone, '2 berubah, 1 ditambahkan, 1 dihapus.')
  await see(anyone, 'Langkah antarnya lain kendaraan')
  await anyone.locator('#komponen-antar summary').click()
  await anyone.locator('#komponen-antar dd', { hasText: 'tim replikasi' }).waitFor()
  await see(anyone, 'Asal memperbarui: Antar Obat Pulau kini versi 2.')
  expect(await isNarrowEnough(anyone)).toBe(true)
  expect(await anyone.locator('button:has-text("Lihat pembaruan asal")').count()).toBe(0)
  await anyone.click('text=Aturan semai-1')
  await see(anyone, 'komponen inti tersentuh')
  await anyone.goto(`/en${fork}`)
  await see(anyone, '2 changed, 1 added, 1 removed.')
  await see(anyone, 'geography')
  expect(await isNarrowEnough(anyone)).toBe(true)
})

test('the pages are free of findings, and a confirmed form says who confirmed it', async () => {
  const anyone = await newPage()
  await anyone.goto(fork)
  await see(anyone, 'Dikonfirmasi hub')
  expect(await axeFindings(anyone)).toEqual([])

  const yusuf = await newPage()
  await signIn(yusuf, 'author elsewhere')
  await yusuf.goto(fork)
  await yusuf.click('button:has-text("Lihat pembaruan asal")')
  await yusuf.waitForURL('**/pembaruan')
  expect(await axeFindings(yusuf)).toEqual([])
  await yusuf.goto(`${yusuf.url().replace('/pembaruan', '/asal')}?dari=antar-obat-pulau+2`)
  await see(yusuf, 'Mengabari pasien')
  expect(await axeFindings(yusuf)).toEqual([])
})

test('without scripts: the update is read, taken in part into a text, and nothing is published by that', async () => {
  const yusuf = await newPage({ scripts: false, width: 360 })
  await signIn(yusuf, 'author elsewhere')
  await yusuf.click('section[aria-label="Asal memperbarui rancang bangun"] a')
  await yusuf.waitForURL(`**${fork}`)
  await yusuf.click('button:has-text("Lihat pembaruan asal")')
  await yusuf.waitForURL('**/pembaruan')
  await see(yusuf, 'Anda juga mengubah bagian ini')
  expect(await isNarrowEnough(yusuf)).toBe(true)
  const choice = (key: string, what: 'take' | 'leave') =>
    yusuf.locator(`input[name="take.${key}"][value=${what}]`).isChecked()
  expect([await choice('kabar', 'take'), await choice('antar', 'leave')]).toEqual([true, true])
  await yusuf.click('button:has-text("Terapkan pada naskah")')
  await yusuf.waitForURL('**#perubahan')
  expect(await yusuf.locator('[name="c.kabar.title"]').inputValue()).toBe('Mengabari pasien')
  await yusuf.goto(`${yusuf.url().split('#')[0]}/pembaruan`)
  await see(yusuf, 'sudah mengikuti versi terbaru')
  await yusuf.goto(fork)
  await see(yusuf, 'Asal memperbarui')
  const versions = await sql<{ n: number }>('select count(*)::int as n from form_measurement')
  expect(versions).toEqual([{ n: 1 }])
})

test('while writing, the form and the share kept follow every save; a lost core part warns', async () => {
  const yusuf = await newPage()
  await signIn(yusuf, 'author elsewhere')
  await yusuf.goto(fork)
  await yusuf.click('text=Lanjutkan naskah')
  await yusuf.waitForURL('**/naskah/rancang-bangun/*')
  expect(await axeFindings(yusuf)).toEqual([])
  const before = await live(yusuf, 'kept').textContent()
  await yusuf.locator('#komponen-kader > summary').click()
  await yusuf.locator('#komponen-cuaca > summary').click()
  await yusuf.fill('[name="c.cuaca.title"]', 'Gelombang dan arus teluk')
  await state(yusuf, 'saved')
  await yusuf.waitForFunction(
    (old) => document.querySelector('[data-live-text=kept]')?.textContent !== old,
    before,
  )
  await yusuf.locator('#komponen-daftar > summary').click()
  await yusuf.locator('#komponen-daftar .removal > summary').click()
  await yusuf.click('#komponen-daftar button[value="remove daftar"]')
  await yusuf.locator('[data-live-text=lost]', { hasText: 'Mendaftar pasien rutin' }).waitFor()
  await see(yusuf, 'belum lengkap faktanya')
  await yusuf.locator('#perubahan-daftar > summary').click()
  await yusuf.selectOption('[name="f.daftar.why"]', 'staff')
  await yusuf.selectOption('[name="f.daftar.what"]', 'content')
  await state(yusuf, 'saved')
  await yusuf.click('button:has-text("Simpan dan perbarui daftar perubahan")')
  await yusuf.waitForURL('**#perubahan')
  expect(await yusuf.locator('[name="f.daftar.why"]').inputValue()).toBe('staff')
})

test.each([true, false])(
  'a mentor drafts for an origin that has no blueprint; scripts %s',
  async (scripts) => {
    const hasan = await newPage({ scripts, width: scripts ? 1280 : 360 })
    await signIn(hasan, 'mentor')
    await hasan.goto(bare)
    await see(hasan, 'Anda dapat menyusunnya untuk instansi asal')
    await hasan.click(scripts ? 'button:has-text("Susun rancang bangun untuk asal")' : 'main form .btn')
    await hasan.waitForURL('**/naskah/rancang-bangun/*')
    await see(hasan, 'Menyusun rancang bangun Kapal Akta (peragaan) untuk instansi asalnya')
    expect(await isNarrowEnough(hasan)).toBe(true)
    await hasan.locator('button:has-text("Hentikan naskah ini")').click()
    await see(hasan, 'Tidak dilanjutkan')
  },
)

test('without scripts: drafted for the origin, returned, endorsed; then forked, published and measured', async () => {
  const sari = await newPage({ scripts: false, width: 360 })
  await signIn(sari, 'author')
  await sari.goto(bare)
  await sari.click('button:has-text("Susun rancang bangun untuk asal")')
  await sari.waitForURL('**/naskah/rancang-bangun/*')
  const draft = new URL(sari.url()).pathname
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  const id = draft.split('/').at(-1)!
  await saveBlueprint(db, cast.author, { id, revision: 0, content: islandMedicine, now: new Date() })
  await close()
  await sari.goto(draft)
  await sari.click('button:has-text("Ajukan ke instansi asal")')
  await see(sari, 'Menunggu instansi asal')

  const ratna = await newPage({ scripts: false })
  await signIn(ratna, 'local admin elsewhere')
  await ratna.goto('/kabar')
  await see(ratna, 'Menunggu pengesahan Anda: rancang bangun Kapal Akta (peragaan)')
  await ratna.goto(draft)
  await ratna.click('summary:has-text("Kembalikan dengan alasan")')
  await ratna.fill('[name=reason]', 'Sebutkan biaya perahunya.')
  await ratna.click('details.step[open] button')
  await sari.goto(draft)
  await see(sari, 'Sebutkan biaya perahunya.')
  await sari.click('button:has-text("Ajukan ke instansi asal")')
  await see(sari, 'Menunggu instansi asal')
  await ratna.goto(draft)
  await ratna.click('button:has-text("Sahkan sebagai versi 1")')
  await ratna.waitForURL('**/inovasi/kapal-akta-peragaan/rancang-bangun')

  await sari.goto(bare)
  await sari.click('button:has-text("Mulai rancang bangun replika")')
  await see(sari, 'Bentuk terukur')
  expect(await live(sari, 'kept').textContent()).toBe('100%')
  await sari.fill('[name=note]', 'Salinan dari asal.')
  await sari.click('form#text button:has-text("Simpan"):not(.visually-hidden):not([name])')
  const text = new URL(sari.url()).pathname
  await see(sari, 'Bentuk yang dinyatakan berbeda dari yang terukur')
  await sari.fill('[name=why_differ]', 'Kami masih mencoba seperti aslinya.')
  await sari.click('form#text button:has-text("Simpan"):not(.visually-hidden):not([name])')
  const wayan = await newPage({ scripts: false })
  await signIn(wayan, 'local admin')
  await wayan.goto(text)
  await wayan.click('button:has-text("Terbitkan")')
  await wayan.waitForURL(`**${bare}`)
  await see(wayan, 'Tidak ada perubahan: sama dengan asal.')
  await see(wayan, 'Kami masih mencoba seperti aslinya.')
  const hasan = await newPage({ scripts: false })
  await signIn(hasan, 'mentor')
  await hasan.goto(bare)
  await hasan.click('button:has-text("Konfirmasi: Adaptasi")')
  await see(hasan, 'Dikonfirmasi pendamping')
})
