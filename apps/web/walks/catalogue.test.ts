import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { catalogueTexts } from '../src/lib/texts/catalogue.ts'
import { countOf, newPage, sql } from './walk.ts'

const texts = catalogueTexts.id

/** The number in the heading of the results. */
async function found(page: Page): Promise<number> {
  return Number.parseInt((await page.locator('#hasil').textContent())!.trim(), 10)
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
] as const)('%s', (_, scripts) => {
  test('facets narrow the list by what they promise; removing a tag widens it again', async () => {
    const page = await newPage({ scripts })
    await page.goto('/katalog')
    const all = await found(page)
    expect(all).toBe(202)
    const facet = page.locator('aside label.check', { has: page.locator('input[name=bidang]') }).first()
    const promised = Number(await facet.locator('.n').textContent())
    await facet.locator('input').check()
    await page.getByRole('button', { name: texts.apply }).click()
    await page.waitForURL(/bidang=/)
    expect(await found(page)).toBe(promised)
    const category = await page.locator('aside input[name=bidang]:checked').getAttribute('value')
    expect(promised).toBe(await countOf('innovation where category_key = $1', [category]))
    await page.getByRole('link', { name: texts.remove }).first().click()
    await page.waitForURL('**/katalog')
    expect(await found(page)).toBe(all)
  })

  test('order, list, map and table keep the question', async () => {
    const page = await newPage({ scripts })
    await page.goto('/katalog?provinsi=35')
    const answers = await found(page)
    await page.getByText(texts.sort, { exact: true }).click()
    await page.getByRole('link', { name: texts.orders.nama, exact: true }).click()
    await page.waitForURL(/urut=nama/)
    const names = await page.locator('.rows h3 a').allTextContents()
    expect(names).toEqual(names.toSorted(new Intl.Collator('id').compare))
    for (const view of ['peta', 'tabel', 'daftar'] as const) {
      await page.getByRole('link', { name: texts.views[view], exact: true }).click()
      await page.waitForURL(view === 'daftar' ? /katalog\?(?!.*tampilan)/ : new RegExp(`tampilan=${view}`))
      expect([view, await found(page), page.url().includes('provinsi=35')]).toEqual([view, answers, true])
    }
  })
})

test('each province in the facets counts the innovations of the database', async () => {
  const page = await newPage({ scripts: false })
  await page.goto('/katalog')
  const shown = await page
    .locator('aside label.check:has(input[name=provinsi])')
    .evaluateAll((labels) =>
      labels.map((label) => [
        label.querySelector('input')?.getAttribute('value') ?? '',
        Number(label.querySelector('.n')?.textContent),
      ]),
    )
  const counted = await sql<{ code: string; n: number }>(
    `select province_code as code, count(*)::int as n from innovation where province_code is not null group by 1`,
  )
  expect(shown.length).toBe(counted.length)
  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(counted.map(({ code, n }) => [code, n])))
})
