import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '@semai/store/db/transaction'
import { agencies } from '@semai/testkit/cast'
import { castInnovation } from '@semai/testkit/claims-scene'
import { castPassword } from '@semai/testkit/people'
import { anEntrusted, policeEmail, policeForce } from '@semai/testkit/police-force'
import { anOrganisation } from '@semai/testkit/scene'
import { dayFromNow, fillOpened, origin, replicationSite } from './replication-walk.ts'
import { see, signInAs, signedIn } from './walker.ts'
import type { OwnSite } from './served-site.ts'
import { newPage, sql } from './walk.ts'

let site: OwnSite
const year = new Date().getUTCFullYear()
/** Six invented governments beside those of the cast, each with somebody who administers it. */
const places = ['Bukit Jaya', 'Rawa Indah', 'Teluk Damai', 'Batu Putih', 'Sungai Madu', 'Pulau Merak']
const slugOf = (place: string) => `pemerintah-kabupaten-${place.toLowerCase().replace(' ', '-')}`
const emailOf = (place: string) => `${place.toLowerCase().replace(' ', '.')}@contoh.test`

beforeAll(async () => {
  site = await replicationSite(moreAgencies)
})

afterAll(() => site.stop())

async function moreAgencies(db: Db): Promise<void> {
  for (const place of places) {
    const { id } = await anOrganisation(db, {
      name: `Pemerintah Kabupaten ${place}`,
      slug: slugOf(place),
      kind: 'government',
      parent_id: agencies.province,
    })
    const person = { name: `Admin ${place}`, email: emailOf(place) }
    await anEntrusted(db, { ...person, role: 'local_admin', organisationId: id })
  }
  await policeForce(db)
  await castInnovation(db)
}

const codeOf = async (slug: string) => {
  const [row] = await sql<{ code: string }>(
    `select r.code from replication r join organisation o on o.id = r.organisation_id
      where o.slug = $1 order by r.created_at desc, r.id desc limit 1`,
    [slug],
  )
  return row!.code
}

test.each([
  { scripts: false, others: ['dinas-kesehatan-sukamaju', 'pemerintah-kabupaten-sukamaju'], times: 1 },
  { scripts: true, others: ['puskesmas-sukamaju', 'pemerintah-kabupaten-tirtasari'], times: 2 },
])(
  'a forum decides for five at once; three stop, and only their own, the hub and the ministry read why; scripts: $scripts',
  async ({ scripts, others, times }) => {
    const [first, second, third] = scripts ? places.slice(3) : places
    const hub = await signedIn('hub', { scripts })
    await hub.goto('/forum/baru')
    await hub.fill('[name=title]', 'Forum JIPP Lintang')
    await hub.fill('[name=heldOn]', dayFromNow(-3))
    await hub.fill('[name=minuteNumber]', 'BA/7/PERAGAAN')
    await hub.fill('[name=minute]', 'Lima instansi sepakat memulai tahun ini.')
    const adopters = [...[first!, second!, third!].map(slugOf), ...others]
    await hub.fill('[name=decisions]', adopters.map((slug) => `${slug} | ${origin.slug}`).join('\n'))
    await hub.click('main form button')
    await hub.waitForURL('**/forum/*-*')
    expect(await hub.locator('.rows li').count()).toBe(5)

    for (const [place, cause] of [
      [first!, 'budget'],
      [second!, 'budget'],
      [third!, 'staff'],
    ] as const) {
      const admin = await newPage({ scripts, width: 360 })
      await signInAs(admin, emailOf(place), castPassword)
      await admin.click(`main a:has-text("${origin.name}")`)
      await admin.waitForURL('**/replikasi/REP-*')
      await fillOpened(admin, 'Ubah keterangan', { region: '35.09' })
      await see(admin, 'Kab.\u00a0Jember')
      await fillOpened(admin, 'Sudah berjalan', { day: dayFromNow(-2) })
      await see(admin, 'Dinyatakan')
      await fillOpened(admin, 'Terhenti', { cause, day: dayFromNow(-1) })
      await see(admin, cause === 'budget' ? 'Alasan: anggaran' : 'Alasan: tenaga')
    }
    const stopped = `/replikasi/${await codeOf(slugOf(first!))}`
    const secretariat = await signedIn('secretariat', { scripts })
    const rival = await newPage({ scripts })
    await signInAs(rival, emailOf(second!), castPassword)
    const anyone = await newPage({ scripts })
    for (const page of [hub, secretariat]) {
      await page.goto(stopped)
      await see(page, 'Alasan: anggaran')
    }
    for (const page of [rival, anyone]) {
      await page.goto(stopped)
      await see(page, 'Alasannya dibaca oleh instansi itu, hubnya dan kementerian.')
      expect(await page.textContent('main')).not.toContain('anggaran.')
      expect(await page.content()).not.toContain('"budget"')
    }
    await anyone.goto('/')
    const why = anyone.locator('section[aria-labelledby=henti] .why li')
    expect((await why.allTextContents()).map((line) => line.trim())).toEqual([
      `${2 * times} anggaran`,
      `${times} tenaga`,
    ])
  },
  180_000,
)

test.each([true, false])(
  'a Polres carries it out on the state budget, and the secretariat stands in for a hub; scripts: %s',
  async (scripts) => {
    const unit = await newPage({ scripts, width: 360 })
    await signInAs(unit, policeEmail(scripts ? 'author' : 'local admin'), castPassword)
    const slug = scripts ? origin.slug : 'antar-obat-peragaan'
    await unit.goto(`/inovasi/${slug}/replikasi`)
    await unit.selectOption('[name=organisation]', 'polres-sukamaju')
    await unit.fill('[name=localName]', 'Perahu Bhabinkamtibmas')
    await unit.fill('[name=year]', String(year))
    await unit.fill('[name=letterNumber]', 'B/12/PERAGAAN')
    await unit.fill('[name=letterOn]', dayFromNow(-20))
    await unit.click('main form button')
    await unit.waitForURL('**/replikasi/REP-*')
    const replication = new URL(unit.url()).pathname
    await unit.goto(`${replication}/anggaran`)
    await see(unit, 'Anggaran negara (APBN)')
    const offered = await unit
      .locator('[name=link] option')
      .evaluateAll((all) => all.map((one) => one.getAttribute('value')))
    expect(offered).toEqual(['rka_kl', 'dipa', 'realisation'])
    for (const [link, number, amount] of [
      ['rka_kl', 'RKA-KL/PERAGAAN', '70.000.000'],
      ['dipa', 'DIPA/PERAGAAN', '70.000.000'],
      ['realisation', 'SP2D/PERAGAAN', '65.000.000'],
    ] as const) {
      await unit.goto(`${replication}/anggaran`)
      await fillOpened(unit, 'Catat tahap anggaran', {
        year: String(year),
        link,
        number,
        on: dayFromNow(-1),
        subActivity: '3128.BMA.002',
        amount,
      })
      await see(unit, number)
    }
    const head = await newPage({ scripts, width: 360 })
    await signInAs(head, policeEmail('head'), castPassword)
    await head.goto('/kerja/pimpinan')
    await see(head, 'Perahu Bhabinkamtibmas')

    await unit.goto(replication)
    await fillOpened(unit, 'Sudah berjalan', { day: dayFromNow(-1) })
    await see(unit, 'Pilih daerah tempatnya berjalan.')
    await unit.selectOption('details[open] [name=region]', '35.10')
    await unit.click('form[action="?/facts"] .btn')
    await see(unit, 'Kab.\u00a0Banyuwangi')
    await fillOpened(unit, 'Sudah berjalan', { day: dayFromNow(-1) })
    await see(unit, 'Dinyatakan')
    await fillOpened(unit, 'Ubah keterangan', {
      legalBasis: 'Keputusan Kapolres 3/PERAGAAN',
      budgetLine: '3128.BMA.002',
      procedure: 'SOP 2/PERAGAAN',
    })
    await see(unit, 'SOP 2/PERAGAAN')
    const secretariat = await signedIn('secretariat', { scripts })
    await secretariat.goto(replication)
    await fillOpened(secretariat, 'Nyatakan dilembagakan', {
      day: dayFromNow(-1),
      reason: 'Keputusan, DIPA dan SOP dilihat',
    })
    await see(secretariat, 'Dilembagakan')
  },
  180_000,
)
