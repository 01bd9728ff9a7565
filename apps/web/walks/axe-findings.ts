import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** WCAG 2.2, levels A and AA. */
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type Violation = { id: string; nodes: { target: string[]; html: string }[] }

/**
 * What axe finds on a page by the rules of WCAG 2.2 A and AA, or by these rules alone: rule, how often, and the first
 * place of each. The page must run scripts.
 */
export async function axeFindings(page: Page, only?: readonly string[]): Promise<string[]> {
  // Brings axe into the page, once; after that it is asked directly, which takes a third of the time.
  const isThere = await page.evaluate<boolean>('"axe" in window')
  if (!isThere) await new AxeBuilder({ page }).setLegacyMode().withRules('document-title').analyze()
  const runOnly = only ? { type: 'rule', values: only } : { type: 'tag', values: standard }
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'], preload: false })
  const found = await page.evaluate<{ violations: Violation[] }>(`axe.run(document, ${options})`)
  return found.violations.map(({ id, nodes }) => {
    const [first] = nodes
    return `${id} (${nodes.length}; first ${first?.target.join(' ')}: ${first?.html})`
  })
}
