import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '@semai/store/db/open'
import { cast } from '@semai/testkit/cast'
import { castMentoring } from '@semai/testkit/mentoring-scene'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { axeFindings } from './axe-findings.ts'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { sql, walkOn } from './walk.ts'
import { isNarrowEnough, see, signedIn } from './walker.ts'

let site: OwnSite
const dayAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
const board = '/hub/pemerintah-provinsi-lintang/pendampingan'

beforeAll(async () => {
  site = await serveSite()
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  await castAgencies(db)
  const members = ['author', 'author elsewhere', 'hub', 'mentor', 'secretariat'] as const
  await castPeople(db, members, { is_demonstration: true })
  await castMentoring(db, new Date())
  await close()
})

afterAll(() => site.stop())

const open = (page: Page, summary: string) =>
  page.locator('main summary', { hasText: summary }).first().click()

test.each([true, false])(
  'a hub begins an engagement, its mentor pauses it, writes what was seen and finishes a stage; scripts: %s',
  async (scripts) => {
    const hub = await signedIn('hub', { scripts })
    await hub.goto(board)
    await open(hub, 'Mulai mendampingi')
    await hub.fill('[name=organisation]', 'tidak ada di sini')
    await hub.fill('[name=purpose]', `Menata antrean puskesmas ${String(scripts)}`)
    await hub.locator('form[action="?/start"] .btn').click()
    await see(hub, 'tidak dikenal')
    expect(await hub.inputValue('[name=purpose]')).toBe(`Menata antrean puskesmas ${String(scripts)}`)
    const unit = scripts ? 'dinas-sosial-tirtasari' : 'pemerintah-kabupaten-sukamaju'
    await hub.fill('[name=organisation]', unit)
    const team = hub.locator('form[action="?/start"] [name=team]')
    await team.selectOption({ label: 'Tim Pendamping Lintang (peragaan)' })
    await hub.fill('[name=startedOn]', dayAgo(10))
    await hub.locator('form[action="?/start"] [name=mentor]').selectOption(cast.mentor.personId!)
    await hub.locator('form[action="?/start"] .btn').click()
    await hub.waitForURL('**/pendampingan/*-*')

    const mentor = await signedIn('mentor', { scripts })
    await mentor.goto(new URL(hub.url()).pathname)
    await open(mentor, 'Jeda waktu layanan')
    await mentor.fill('[name=from]', dayAgo(40))
    await mentor.fill('[name=why]', 'Kantor tutup karena banjir')
    await mentor.locator('form[action="?/pause"] .btn').click()
    await see(mentor, 'Isi hari sesudahnya')
    await mentor.fill('[name=from]', dayAgo(8))
    await mentor.locator('form[action="?/pause"] .btn').click()
    await mentor.waitForURL('**#jeda')
    await see(mentor, 'dijeda')
    await open(mentor, 'Lanjutkan')
    await mentor.fill('[name=until]', dayAgo(3))
    await mentor.locator('form[action="?/resume"] .btn').click()
    await see(mentor, 'dalam janji')
    await open(mentor, 'Catat kunjungan')
    await mentor.fill('[name=heldOn]', dayAgo(2))
    await mentor.fill('[name=notes]', 'Loket dua kosong sejak pukul sepuluh.')
    await mentor.locator('form[action="?/visit"] .btn').click()
    await see(mentor, 'Loket dua kosong')
    await open(mentor, 'Tahap ini selesai')
    await mentor.fill('[name=day]', dayAgo(1))
    await mentor.locator('form[action="?/stage"] .btn').click()
    await see(mentor, 'selesai dalam janji')
  },
)

test('whom it does not concern finds nothing', async () => {
  const [id] = await sql<{ id: string }>(
    `select e.id from engagement e join engagement_visit v on v.engagement_id = e.id limit 1`,
  )
  const outside = await signedIn('author elsewhere', { scripts: false })
  const answer = await outside.goto(`/pendampingan/${id!.id}`)
  expect(answer?.status()).toBe(404)
  expect((await outside.goto(board))?.status()).toBe(403)
})

test.each([360, 1280])('the pages of mentoring are accessible in both languages, %i wide', async (width) => {
  const [one] = await sql<{ id: string }>(`select id from engagement order by id limit 1`)
  const paths = [board, `/pendampingan/${one!.id}`, '/hub/pemerintah-provinsi-lintang']
  const page = await signedIn('hub', { width })
  for (const path of [...paths, '/en/pendampingan', ...paths.map((path) => `/en${path}`)]) {
    await page.goto(path)
    expect([path, await axeFindings(page)]).toEqual([path, []])
    expect([path, await isNarrowEnough(page)]).toEqual([path, true])
  }
})
