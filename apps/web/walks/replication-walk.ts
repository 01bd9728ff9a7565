import { buffer } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { openDatabase } from '@semai/store/db/open'
import type { Db } from '@semai/store/db/transaction'
import { agencies, cast } from '@semai/testkit/cast'
import { demonstrateBlueprint } from '@semai/testkit/demonstration'
import { pdfWords } from '@semai/testkit/pdf-words'
import { castAgencies, castPeople, castPlaces } from '@semai/testkit/people'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { sql, walkOn } from './walk.ts'
import { press } from './walker.ts'

/** What the innovation is called that Tirtasari has and others take over; invented. */
export const origin = { name: 'Antar Obat Pulau', slug: 'antar-obat-pulau' } as const

/** A site with the cast at their places, and an innovation of one regency with its blueprint; `more` stands there too. */
export async function replicationSite(
  more: (db: Db) => Promise<unknown> = async () => null,
): Promise<OwnSite> {
  const site = await serveSite()
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  await castAgencies(db)
  await castPlaces(db)
  await castPeople(db, undefined, { is_demonstration: true })
  await demonstrateBlueprint(db, new Date(), {
    author: cast['author elsewhere'],
    localAdmin: cast['local admin elsewhere'],
    organisationId: agencies.otherOffice,
  })
  await more(db)
  await close()
  return site
}

/** Opens the form under this heading, fills it in and sends it. */
export async function fillOpened(
  page: Page,
  heading: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  await page.locator('summary', { hasText: heading }).first().click()
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`details[open] [name="${name}"]:not([type=hidden])`).first()
    const isList = await field.evaluate((one) => one.tagName === 'SELECT')
    await (isList ? field.selectOption(value) : field.fill(value))
  }
  await press(page, 'details[open] form .btn >> nth=0')
}

/** So many days from today, `YYYY-MM-DD`. */
export const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** The words of the PDF that a button of the page gives. */
export async function downloadedWords(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(button)])
  return pdfWords(await buffer(await download.createReadStream()))
}

/** What the trail says happened after the event with this id, in its order. */
export async function trailAfter(id: string): Promise<string[]> {
  const rows = await sql<{ what: string }>('select what from audit_event where id > $1 order by id', [id])
  return rows.map(({ what }) => what)
}

/** The id of the last event of the trail. */
export async function lastEvent(): Promise<string> {
  const [row] = await sql<{ id: string }>('select id from audit_event order by id desc limit 1')
  return row!.id
}
