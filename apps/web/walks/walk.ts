import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, inject } from 'vitest'
import type { ServedSite } from './served-site.ts'
import { openDatabase } from '@semai/store/db/open'

/** How a page is looked at: scripts on or off, how wide, in which scheme. */
export type Look = { scripts?: boolean; width?: number; scheme?: 'light' | 'dark' }

let site: Pick<ServedSite, 'url' | 'data'> = inject('site')
const { browser: endpoint } = inject('site')
let browser: Promise<Browser> | null = null
const contexts: BrowserContext[] = []

/** Walks of this file go to a site of their own: for those that write, which others must not see. */
export function walkOn(own: Pick<ServedSite, 'url' | 'data'>): void {
  site = own
}

afterAll(async () => {
  for (const context of contexts) await context.close()
  await (await browser)?.close()
})

/** The whole address of a path of the site. */
export const at = (path: string): string => site.url + path

/** A page of its own, closed after the file; whatever it logs as an error fails the walk that asks `complaints`. */
export async function newPage({ scripts = true, width = 1280, scheme = 'light' }: Look = {}): Promise<Page> {
  browser ??= chromium.connect(endpoint)
  const context = await (
    await browser
  ).newContext({
    baseURL: site.url,
    javaScriptEnabled: scripts,
    viewport: { width, height: 900 },
    colorScheme: scheme,
    reducedMotion: 'no-preference',
    acceptDownloads: true,
  })
  contexts.push(context)
  return context.newPage()
}

/** Rows of a question asked of the site's own database. */
export async function sql<Row extends object>(question: string, values: unknown[] = []): Promise<Row[]> {
  const { pool, close } = await openDatabase({ role: 'owner', poolSize: 1 }, { SEMAI_DATA: site.data })
  try {
    return (await pool.query<Row>(question, values)).rows
  } finally {
    await close()
  }
}

/** The one number a question answers. */
export async function countOf(question: string, values: unknown[] = []): Promise<number> {
  const [row] = await sql<{ n: number }>(`select count(*)::int as n from ${question}`, values)
  return row!.n
}

/** An answer without a browser, uncompressed. */
export async function fetchText(
  path: string,
): Promise<{ status: number; type: string; text: string; headers: Headers }> {
  const response = await fetch(at(path), { redirect: 'manual', headers: { 'accept-encoding': 'identity' } })
  const { status, headers } = response
  return { status, type: headers.get('content-type') ?? '', text: await response.text(), headers }
}
