import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { axeFindings } from '../../apps/web/walks/axe-findings.ts'

/** One page at one width in one scheme. */
export type View = { site: string; path: string; width: number; scheme: string; folder: string }
/** What was found wrong there, a line each; empty when nothing was. */
export type Finding = { address: string; width: number; scheme: string; faults: string[] }

/** Opens a page, takes its picture and returns its faults. */
export async function inspect(page: Page, view: View): Promise<Finding> {
  const faults: string[] = []
  const note = (fault: string) => faults.push(fault)
  const heard = (message: { type(): string; text(): string }) => {
    // The browser itself reports the 404 of a page that is meant to be one.
    if (message.type() === 'error' && !message.text().includes('status of 404'))
      note(`console: ${message.text()}`)
  }
  page.on('console', heard)
  const answer = await page.goto(view.site + view.path, { waitUntil: 'load' })
  if (!answer || answer.status() >= 500) note(`answered ${answer?.status() ?? 'nothing'}`)
  await page.evaluate('document.fonts.ready')
  await settled(page)
  await page.screenshot({ path: join(view.folder, `${pictureName(view)}.png`), fullPage: true })
  const sideways = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  if (sideways > 0) note(`scrolls sideways by ${sideways} px: ${await widest(page)}`)
  faults.push(...(await axeFindings(page)))
  page.off('console', heard)
  return { address: view.path, width: view.width, scheme: view.scheme, faults }
}

/** Animations are run to their end, so that a picture never catches one half-way. */
async function settled(page: Page): Promise<void> {
  await page.evaluate('document.getAnimations().forEach((one) => one.finish())')
}

/** The elements that stick out on the right, to save a search. */
function widest(page: Page): Promise<string> {
  return page.evaluate<string>(`[...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
    .slice(0, 3)
    .map((one) => one.tagName.toLowerCase() + '.' + one.getAttribute('class'))
    .join(', ')`)
}

function pictureName({ path, width, scheme }: View): string {
  const name = path.replace(/[^\w-]+/g, '-').replace(/^-|-$/g, '') || 'home'
  return `${name}-${width}-${scheme}`
}
