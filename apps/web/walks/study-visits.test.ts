import { afterAll, beforeAll, expect, test } from 'vitest'
import { startForm } from '@semai/domain/replications/replication.form'
import { openDatabase } from '@semai/store/db/open'
import { startReplication } from '@semai/store/replications/replication-start.commands'
import { agencies, cast } from '@semai/testkit/cast'
import type { CastName } from '@semai/testkit/cast'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { demoNeeds } from '@semai/testkit/demo-needs'
import { anInnovation } from '@semai/testkit/scene'
import { axeFindings } from './axe-findings.ts'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { newPage, sql, walkOn } from './walk.ts'
import { see, signedIn } from './walker.ts'

let site: OwnSite
const people = [
  'author',
  'author elsewhere',
  'local admin elsewhere',
  'mentor',
  'hub',
  'secretariat',
] as const satisfies CastName[]
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  site = await serveSite()
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  await castAgencies(db)
  await castPeople(db, [...people], { is_demonstration: true })
  const given = {
    code: 'INV-7001',
    slug: 'antar-obat-walk',
    name: 'Antar Obat',
    organisation_id: agencies.otherOffice,
  }
  const { id } = await anInnovation(db, given)
  const code = await startReplication(db, cast.author, {
    innovationId: id,
    said: startForm.parse({ organisation: 'dinas-kesehatan-sukamaju', route: 'letter' }),
    now: new Date(),
    updateMonth: 3,
  })
  const needId = await demoNeeds(db, new Date())
  await db
    .updateTable('replication')
    .set({ route: 'need', need_id: needId })
    .where('code', '=', code)
    .execute()
  await close()
})

afterAll(() => site.stop())

test.each([true, false])(
  'a host opens a day, a unit asks, learns and reports; scripts: %s',
  async (scripts) => {
    const host = await signedIn('author elsewhere', { scripts })
    await host.goto('/inovasi/antar-obat-walk/studi-tiru')
    await host.locator('input[value=limited]').check()
    await host.fill('[name=words]', 'Dua rombongan sebulan.')
    await host.click('form[action="?/statement"] button')
    await see(host, 'Dua rombongan sebulan.')
    await host.fill('[name=heldOn]', dayFromNow(scripts ? 10 : 11))
    await host.fill('[name=capacity]', '5')
    await host.click('text=Buka jadwal >> nth=-1')
    await see(host, 'Isi tempatnya.')
    expect(await host.inputValue('[name=capacity]')).toBe('5')
    await host.fill('[name=place]', 'Aula dinas')
    await host.click('form[action="?/slot"] button')
    await see(host, 'sisa 5 dari 5 tempat')

    const visitor = await signedIn('author', { scripts })
    await visitor.goto('/inovasi/antar-obat-walk/studi-tiru')
    expect(scripts ? await axeFindings(visitor) : []).toEqual([])
    await visitor.selectOption('[name=slot]', { index: scripts ? 0 : 1 })
    await visitor.fill('[name=people]', '3')
    const questions = await visitor.inputValue('[name=questions]')
    expect(questions).toContain('Kebutuhan kami: Obat pasien menahun tidak sampai ke pulau kecil.')
    await visitor.fill('[name=questions]', `${questions}\nBagaimana perahu dibiayai?`)
    await visitor.click('form[action="?/ask"] button')
    await visitor.waitForURL('**/studi-tiru/*-*')
    const address = new URL(visitor.url()).pathname
    await see(visitor, 'Dari kebutuhan:')

    await host.goto(address)
    await host.click('text=Terima kunjungan')
    await see(host, 'Diterima')
    await visitor.goto(address)
    const cost = `Rp${scripts ? 40 : 41} juta setahun.`
    await visitor.fill('[name=cost]', cost)
    await visitor.click('text=Simpan temuan')
    await visitor.locator('summary', { hasText: 'Serahkan laporan' }).click()
    await visitor.fill('[name=day]', dayFromNow(-1))
    await visitor.click('details[open] button')
    await see(visitor, 'Dilaporkan')
    expect(scripts ? await axeFindings(visitor) : []).toEqual([])
    await visitor.click('text=Bawa temuan ke rencana aksi')
    await visitor.waitForURL('**/rencana')
    const support = `Contoh SOP, ${scripts ? 'pertama' : 'kedua'}`
    await visitor.fill('[name=support]', support)
    await visitor.locator('li', { hasText: cost }).getByRole('button', { name: 'Jadikan kegiatan' }).click()
    await see(visitor, 'sudah di rencana')
    const names = await visitor.locator('input[name^="activities."][name$=".name"]').all()
    expect(await Promise.all(names.map((one) => one.inputValue()))).toContain(cost)
    expect(await visitor.inputValue('[name=support]')).toBe(support)
    expect(scripts ? await axeFindings(visitor) : []).toEqual([])
    await visitor.goto(new URL('.', visitor.url()).pathname.replace(/\/$/, ''))
    await see(visitor, cost)

    const reached = await sql(`select reached_on from replication_milestone where kind = 'study_visit'`)
    expect(reached.length).toBe(1)
  },
  120_000,
)

test('a month is chosen and its brief downloaded, in either language and without scripts', async () => {
  const page = await newPage({ scripts: false })
  await page.goto('/papan')
  await page.selectOption('[name=bulan]', { index: 2 })
  const month = await page.inputValue('[name=bulan]')
  const names = []
  for (const says of ['bahasa Indonesia', 'bahasa Inggris']) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click(`button:has-text("${says}")`),
    ])
    names.push(download.suggestedFilename())
  }
  expect(names).toEqual([`ringkasan-nasional-${month}.pdf`, `brief-nasional-${month}.pdf`])
  await page.goto('/papan/ringkasan.pdf?bulan=2999-01')
  await see(page, 'Januari 2999 belum tiba')
})

test('the boards, for everybody and for those who guide, narrow and wide', async () => {
  const everybody = await newPage({ width: 360 })
  await everybody.goto('/papan')
  await see(everybody, 'Papan replikasi nasional')
  expect(await axeFindings(everybody)).toEqual([])
  await everybody.goto('/en/hub/jawa-timur')
  await see(everybody, 'JIPP hub Jawa Timur')
  expect(await axeFindings(everybody)).toEqual([])
  expect((await everybody.goto('/hub/jawa-timur/papan'))?.url()).toContain('/masuk')

  const guide = await signedIn('secretariat')
  await guide.goto('/hub/jawa-timur/papan')
  await see(guide, 'Tersendat')
  expect(await axeFindings(guide)).toEqual([])
  await guide.goto('/papan')
  await see(guide, 'Tersendat')
  await guide.goto('/daerah/jawa-timur/papan')
  await see(guide, 'terlambat atau belum dijawab')
  expect(await axeFindings(guide)).toEqual([])
  const outsider = await signedIn('author')
  for (const path of [
    '/hub/jawa-timur/papan',
    '/daerah/jawa-timur/papan',
    '/daerah/jawa-timur/papan/tahun.csv',
  ]) {
    expect((await outsider.request.get(path)).status()).toBe(403)
  }
}, 120_000)
