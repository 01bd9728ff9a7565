import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { strengthWords } from '../src/lib/words/strength.ts'
import { countOf, newPage, sql } from './walk.ts'

const path = '/inovasi/mal-pelayanan-publik'

/** Regions whose first date is in the year, or up to it, as the database has them. */
async function counted(): Promise<{ year: number; opened: number; total: number }[]> {
  return sql(
    `select year::int, count(*)::int as opened, sum(count(*)) over (order by year)::int as total
     from (select c.region_code, min(extract(year from c.latest)) as year from claim c
           join innovation i on i.id = c.innovation_id
           where i.code = 'PRG-MPP' and c.precision <> 'by' and c.withdrawn_at is null group by 1) as first
     group by year order by year`,
  )
}

/** The one total that is shown; the others wait for their year. */
async function shownTotal(page: Page): Promise<number> {
  const totals = await page.locator('.year-total').first().locator('b').all()
  const shown = []
  for (const total of totals) if (await total.isVisible()) shown.push(Number(await total.textContent()))
  expect(shown.length).toBe(1)
  return shown[0]!
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
] as const)('%s', (_, scripts) => {
  test('the year slider answers to the keyboard, and each year shows what the database counts', async () => {
    const page = await newPage({ scripts })
    await page.goto(path)
    const years = (await counted()).toReversed()
    expect(years.reduce((sum, { opened }) => sum + opened, 0)).toBe(254)
    await page.locator('.years input').last().focus()
    for (const { year, total } of years) {
      const chosen = page.locator('.years input:checked')
      expect([await chosen.getAttribute('value'), await shownTotal(page)]).toEqual([String(year), total])
      expect(await chosen.getAttribute('aria-label')).toContain(String(total))
      await page.keyboard.press('ArrowLeft')
    }
  })

  test('the strength filter shows the claims of one strength, and all again', async () => {
    const page = await newPage({ scripts })
    await page.goto(path)
    const confirmed = await countOf(
      `claim c join innovation i on i.id = c.innovation_id
       where i.code = 'PRG-MPP' and c.strength = 'confirmed' and c.precision <> 'by' and c.withdrawn_at is null`,
    )
    const link = page.locator('.choice-links a', { hasText: strengthWords.id.confirmed })
    await link.click()
    await page.waitForURL(/kekuatan=confirmed/)
    expect(await shownTotal(page)).toBe(confirmed)
    expect(await link.getAttribute('aria-current')).toBe('true')
    await page.locator('.choice-links a').first().click()
    expect(await shownTotal(page)).toBe(254)
  })
})

test('the play button runs through the years and stops at the last', async () => {
  const page = await newPage()
  await page.clock.install()
  await page.goto(path)
  const button = page.locator('button[data-play]')
  const years = page.locator('.years input')
  await button.click()
  expect(await years.first().isChecked()).toBe(true)
  const pause = await button.textContent()
  await page.clock.runFor(900)
  expect(await years.nth(1).isChecked()).toBe(true)
  await page.clock.runFor(60_000)
  expect(await years.last().isChecked()).toBe(true)
  expect(await button.textContent()).not.toBe(pause)
})

test('without scripts, or when motion is reduced, there is no button that does nothing', async () => {
  const still = await newPage({ scripts: false })
  await still.goto(path)
  expect(await still.locator('button[data-play]').isVisible()).toBe(false)
  const reduced = await newPage()
  await reduced.emulateMedia({ reducedMotion: 'reduce' })
  await reduced.goto(path)
  expect(await reduced.locator('button[data-play]').isVisible()).toBe(false)
})

test('the table by province adds up to the regions with a date', async () => {
  const page = await newPage({ scripts: false })
  await page.goto(path)
  const rows = await sql<{ n: number }>(
    `select count(distinct c.region_code)::int as n from claim c join innovation i on i.id = c.innovation_id
     join region r on r.code = c.region_code
     where i.code = 'PRG-MPP' and c.precision <> 'by' and c.withdrawn_at is null group by r.province_code order by n desc`,
  )
  const shown = await page
    .locator('#provinsi tbody td.number')
    .evaluateAll((all) => all.map((cell) => Number.parseInt(cell.textContent ?? '', 10)))
  expect(shown.filter((n) => n > 0)).toEqual(rows.map(({ n }) => n))
})

test('on paper the map stands still at several years, each with its total', async () => {
  const page = await newPage({ scripts: false })
  await page.goto(path)
  await page.emulateMedia({ media: 'print' })
  const frames = await page.locator('.still-frames').first().locator('li').allTextContents()
  expect(frames.length).toBeGreaterThan(2)
  expect(frames.at(-1)).toContain('254')
})

test('without scripts two innovations are put side by side, and a forecast is looked back at', async () => {
  const page = await newPage({ scripts: false })
  await page.goto('/penyebaran?inovasi=PRG-MPP')
  await page.locator('#ramalan .choice-links a', { hasText: '2022' }).click()
  await page.waitForURL(/ramal=2022/)
  expect(await page.locator('#tabel-ramalan tbody th').allTextContents()).toEqual(['2023', '2024', '2025'])
  await page.locator('#banding').selectOption('PRG-112')
  await page.locator('form.beside button').click()
  await page.waitForURL(/banding=PRG-112/)
  expect(await page.locator('#kurva-dua + .cols figure').count()).toBe(2)
  expect(await page.locator('.years').count()).toBe(2)
})
