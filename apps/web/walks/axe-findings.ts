import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** WCAG 2.2, levels A and AA. */
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type Violation = { id: string; nodes: { target: string[]; html: string }[] }

/**
 * What axe finds on a page by the rules of WCAG 2.2 A and AA, or by these rules alone: rule, how often, and the first
 * place of each. The page must run scripts.
 */
export async function axeFindings(page: Page, only?: readonly string[]): Promise<string[]> {
  const runOnly = only ? { type: 'rule', values: only } : { type: 'tag', values: standard }
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'], preload: false })
  const ask = async (question: string) => page.evaluate<{ violations: Violation[] } | null>(question)
  // Brought into the page once, and in the same breath as it is asked: another page may come between two questions.
  const run = `axe.run(document, ${options})`
  const found = (await ask(`"axe" in window ? ${run} : null`)) ?? (await ask(`${axe.source};${run}`))!
  return found.violations.map(({ id, nodes }) => {
    const [first] = nodes
    return `${id} (${nodes.length}; first ${first?.target.join(' ')}: ${first?.html})`
  })
}
