import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '@semai/store/db/open'
import { agencies } from '@semai/testkit/cast'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { anInnovation } from '@semai/testkit/scene'
import { axeFindings } from './axe-findings.ts'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { newPage, sql, walkOn } from './walk.ts'
import { signIn } from './walker.ts'

let site: OwnSite

beforeAll(async () => {
  site = await serveSite()
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  await castAgencies(db)
  await castPeople(db, ['author', 'local admin'], { is_demonstration: true })
  const record = { name: 'Antar Obat', summary: 'Obat diantar dengan perahu.', basis: 'source' as const }
  await anInnovation(db, {
    code: 'INV-W1',
    slug: 'antar-obat',
    organisation_id: agencies.healthOffice,
    ...record,
  })
  await close()
})

afterAll(() => site.stop())

async function send(page: Page, csv: string): Promise<void> {
  const file = { name: 'lembar.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }
  await page.setInputFiles('[name=sheet]', file)
  await page.click('form[action="?/compare"] button')
  await page.locator('#result').waitFor()
}

/** What is published, and what is typed. */
const standing = () =>
  sql(`select i.name, i.summary, e.content->>'summary' as typed from innovation i
    left join innovation_edit e on e.innovation_id = i.id where i.code = 'INV-W1'`)

test.each([true, false])('a sheet is compared before anything is taken, scripts %s', async (scripts) => {
  const wayan = await newPage({ scripts, width: scripts ? 1280 : 360 })
  await signIn(wayan, 'local admin')
  await wayan.click('text=Ambil perubahan dari lembar')
  const fresh = scripts ? 'Obat diantar setiap hari.' : 'Obat diantar setiap pagi.'
  const sheet = `kode,nama,ringkasan,kategori\nINV-W1,Antar Obat,${fresh},\nINV-0,Entah,,\n`
  const before = await standing()
  await send(wayan, sheet)
  expect(await wayan.textContent('[aria-labelledby=faults] li')).toContain('Baris 3, kolom "kode"')
  expect(await wayan.locator('fieldset .difference').allInnerTexts()).toHaveLength(1)
  expect(await standing()).toEqual(before)
  expect(scripts ? await axeFindings(wayan) : []).toEqual([])
  expect(await wayan.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)

  await wayan.check('fieldset input[type=checkbox]')
  await wayan.click('form[action="?/take"] button')
  await wayan.locator('#taken').waitFor()
  expect(await standing()).toEqual([
    { name: 'Antar Obat', summary: 'Obat diantar dengan perahu.', typed: fresh },
  ])
  await send(wayan, sheet)
  expect(await wayan.locator('fieldset').count()).toBe(0)
  expect(await wayan.textContent('[aria-labelledby=result]')).toContain(
    '1 inovasi sama dengan catatan di sini.',
  )
})

test('nothing chosen, no file, and who is no local administrator', async () => {
  const wayan = await newPage({ scripts: false })
  await signIn(wayan, 'local admin')
  await wayan.goto('/en/kelola/lembar')
  await send(wayan, 'kode,nama\nINV-W1,Antar Obat Baru\n')
  await wayan.click('form[action="?/take"] button')
  expect(await wayan.textContent('[role=alert]')).toContain('Nothing was chosen.')
  const sari = await newPage()
  await signIn(sari, 'author')
  expect((await sari.goto('/kelola/lembar'))?.status()).toBe(404)
})
