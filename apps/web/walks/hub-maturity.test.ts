import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '@semai/store/db/open'
import { castMaturity } from '@semai/testkit/hub-scene'
import { aHub, castHub } from '@semai/testkit/mentored-hub'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { axeFindings } from './axe-findings.ts'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { newPage, walkOn } from './walk.ts'
import { isNarrowEnough, see, signedIn } from './walker.ts'

let site: OwnSite
const year = new Date().getFullYear()
const hub = `/hub/${castHub}`

beforeAll(async () => {
  site = await serveSite()
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  await castAgencies(db)
  await castPeople(db, ['author', 'hub', 'secretariat'], { is_demonstration: true })
  await aHub(db)
  await castMaturity(db, new Date())
  await close()
})

afterAll(() => site.stop())

test.each([true, false])('a hub assesses itself and hands it in; scripts: %s', async (scripts) => {
  const own = scripts ? year - 4 : year - 5
  const page = await signedIn('hub', { scripts })
  await page.goto(`${hub}/kematangan`)
  await page.fill('[name=year]', String(own))
  await page.click('text=Mulai penilaian >> nth=-1')
  await page.waitForURL(`**/kematangan/${own}`)
  await see(page, 'Isi tingkat semua butirnya dulu.')
  const levels = page.locator('main select[name^=level_]')
  for (let i = 0; i < (await levels.count()); i += 1) await levels.nth(i).selectOption('2')
  await page.fill('[name=words_forum]', 'Berita acara tiga forum')
  await page.locator('form[action="?/save"] .btn').click()
  await see(page, 'Tersimpan.')
  expect(await page.inputValue('[name=words_forum]')).toBe('Berita acara tiga forum')
  await page.locator('form[action="?/step"] button', { hasText: 'Ajukan' }).click()
  await see(page, 'Diajukan')
  await see(page, 'Keseluruhan: 50')
})

test('the years that are published are drawn on the page of the hub, for everyone', async () => {
  const page = await newPage({ scripts: false })
  await page.goto(hub)
  await see(page, 'Keputusan Peragaan 12/2024 (rekaan)')
  expect(await page.locator('main h2', { hasText: 'Kematangan' }).innerText()).toBe(
    `Kematangan 50% pada ${year - 1}`,
  )
})

test.each([360, 1280])('the pages of maturity are accessible in both languages, %i wide', async (width) => {
  const page = await signedIn('hub', { width })
  const paths = [`${hub}/kematangan`, `${hub}/kematangan/${year - 1}`, `${hub}/papan`]
  for (const path of [...paths, ...paths.map((path) => `/en${path}`)]) {
    await page.goto(path)
    expect([path, await axeFindings(page)]).toEqual([path, []])
    expect([path, await isNarrowEnough(page)]).toEqual([path, true])
  }
})
