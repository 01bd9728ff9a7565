import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from '@semai/store/db/open'
import { castAgencies } from '@semai/testkit/people'
import { accept, accepted, invite, secondFactor } from './entering.ts'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { newPage, sql, walkOn } from './walk.ts'
import { see, state } from './walker.ts'

const sites: OwnSite[] = []
const words = (count: number) => Array.from({ length: count }, (_, i) => `kata${i}`).join(' ')

afterAll(async () => {
  for (const site of sites) await site.stop()
})

/** A site nobody has been to, with the agencies of the cast and no accounts. */
async function freshSite(): Promise<OwnSite> {
  const site = await serveSite()
  sites.push(site)
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  await castAgencies(db)
  await close()
  return site
}

/** Types the summary; with scripts the line is lost in the middle of it, and what was typed arrives when it is back. */
async function typeSummary(sari: Page, scripts: boolean): Promise<void> {
  const summary = 'Obat rutin diantar ke pulau kecil dengan perahu nelayan setiap pekan.'
  if (!scripts) return sari.fill('[name=summary]', summary)
  await sari.fill('[name=summary]', 'Obat rutin diantar ke')
  await state(sari, 'saved')
  await sari.context().setOffline(true)
  await sari.fill('[name=summary]', summary)
  await state(sari, 'offline')
  await sari.context().setOffline(false)
  await state(sari, 'saved')
  await sari.reload()
  expect(await sari.inputValue('[name=summary]')).toBe(summary)
}

/** Everything typed is stored, and the page shows the steps that are open now. */
async function save(sari: Page, scripts: boolean, point: string): Promise<void> {
  await sari.click('main form button:has-text("Simpan")')
  if (!scripts) return sari.waitForLoadState()
  // What is done may be folded away on a phone.
  await sari.waitForSelector(`[data-point=${point}][data-met=true]`, { state: 'attached' })
  await sari.reload()
}

/** The text is written, submitted, returned, mended, submitted again and published; the path of its page. */
async function writeAndPublish(sari: Page, wayan: Page, scripts: boolean): Promise<string> {
  await sari.goto('/kerja')
  await sari.click('text=Catat inovasi baru')
  await sari.selectOption('[name=organisation]', { label: 'Dinas Kesehatan Sukamaju' })
  await sari.click('main form button')
  await sari.waitForURL('**/naskah/*-*')
  const address = sari.url()
  await sari.fill('[name=name]', 'Antar Obat Rantai')
  await typeSummary(sari, scripts)
  await sari.fill('[name=problem]', words(30))
  await sari.fill('[name=solution]', words(50))
  await sari.fill('[name=users]', 'Pasien penyakit menahun')
  await sari.fill('[name=started]', '2023-05')
  await sari.selectOption('[name=category]', 'kesehatan')
  await save(sari, scripts, 'category')
  await sari.click('button:has-text("Ajukan ke admin lokal")')
  await see(sari, 'Menunggu admin lokal')

  await wayan.goto('/kerja')
  await wayan.click('text=Antar Obat Rantai')
  await wayan.locator('details.step summary').click()
  await wayan.fill('[name=reason]', 'Tambahkan angka sebelum dan sesudah')
  await wayan.click('details.step button')
  await see(wayan, 'Dikembalikan')

  await sari.goto(address)
  await see(sari, 'Tambahkan angka sebelum dan sesudah')
  await sari.fill('[name="results.0.indicator"]', 'Waktu tunggu obat')
  await sari.fill('[name="results.0.before"]', '7 hari')
  await sari.fill('[name="results.0.after"]', '1 hari')
  await save(sari, scripts, 'results')
  await sari.click('button:has-text("Ajukan ke admin lokal")')
  await see(sari, 'Menunggu admin lokal')
  await wayan.goto(`${address}/pratinjau`)
  await see(wayan, '7 hari → 1 hari')
  await wayan.goto(address)
  await wayan.click('button:has-text("Terbitkan")')
  await wayan.waitForURL('**/inovasi/*')
  return new URL(wayan.url()).pathname
}

/** It is confirmed by a link that needs no account, and handed over to the next person in charge. */
async function confirmAndHandOver(sari: Page, wayan: Page, path: string, scripts: boolean): Promise<void> {
  await wayan.goto(`${path}/kelola`)
  await wayan.click('button:has-text("Buat tautan")')
  const link = await wayan.locator('input[name=link]').inputValue()
  const tono = await newPage({ scripts })
  await tono.goto(link)
  await tono.check('[name=answer][value=running]')
  await tono.fill('[name=name]', 'Tono')
  await tono.fill('[name=post]', 'Kepala seksi')
  await tono.click('main form button')
  await see(tono, 'Terima kasih, jawaban Anda tercatat.')

  await sari.goto(`${path}/kelola`)
  await see(sari, 'dinyatakan lewat tautan')
  await sari.click('summary:has-text("Serah terima")')
  await sari.selectOption('[name=to]', { label: 'Wayan Sudarma' })
  await sari.click('button:has-text("Serahkan")')
  await see(sari, 'Ditawarkan kepada Wayan Sudarma')
  await wayan.goto('/kabar')
  await wayan.click('text=Serah terima: Antar Obat Rantai')
  await wayan.waitForURL('**/kelola*')
  await wayan.click('button:has-text("Terima, saya yang memegangnya")')
  await wayan.locator('section', { hasText: 'Penanggung jawab catatan' }).getByText('Wayan Sudarma').waitFor()
}

test.each([true, false])(
  'from the first link to the hand-over, with scripts: %s',
  async (scripts) => {
    const site = await freshSite()
    const [budi, wayan, sari] = [
      await newPage({ scripts }),
      await newPage({ scripts }),
      await newPage({ scripts, width: 360 }),
    ]
    const password = 'bambu runcing di kebun'
    const first = await site.firstLink()
    await accept(budi, first, { email: 'budi@contoh.test', name: 'Budi Santoso', password })
    await secondFactor(budi)
    const forWayan = await invite(budi, {
      name: 'Wayan Sudarma',
      email: 'wayan@contoh.test',
      role: 'local_admin',
      organisation: 'pemerintah-kabupaten-sukamaju',
    })
    await accept(wayan, forWayan, { name: 'Wayan Sudarma', password: 'pura tua di tebing' })
    await secondFactor(wayan)
    const forSari = await invite(wayan, {
      name: 'Sari Wulandari',
      email: 'sari@contoh.test',
      role: 'author',
      organisation: 'dinas-kesehatan-sukamaju',
    })
    await accept(sari, forSari, { name: 'Sari Wulandari', password: 'perahu kayu di teluk' })

    const path = await writeAndPublish(sari, wayan, scripts)
    await confirmAndHandOver(sari, wayan, path, scripts)

    const trail = await sql<{ what: string }>(
      `select what from audit_event where what !~ '^import' order by id`,
    )
    expect(trail.map(({ what }) => what)).toEqual([
      'invitation.create', // by the start of the site
      ...accepted,
      'person.authenticator',
      'invitation.create',
      ...accepted,
      'person.authenticator',
      'invitation.create',
      ...accepted,
      'innovation_edit.start',
      'innovation_edit.save',
      'innovation_edit.submit',
      'innovation_edit.return',
      'innovation_edit.submit',
      'innovation_edit.publish',
      'innovation.ask',
      'innovation.answer',
      'innovation_handover.offer',
      'innovation_handover.accept',
    ])
  },
  300_000,
)
