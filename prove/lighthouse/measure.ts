import { createServer, type AddressInfo } from 'node:net'
import lighthouse from 'lighthouse'
import { chromium } from 'playwright-core'

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
export type Category = (typeof categories)[number]

/** What Lighthouse says of one page: a score from 0 to 100 for each category asked, and the audits that cost points. */
export type Measurement = { scores: Partial<Record<Category, number>>; lost: string[] }

const chromiumPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** Runs `work` with a browser of its own, at whose port Lighthouse finds it. */
export async function withBrowser<T>(work: (port: number) => Promise<T>): Promise<T> {
  const port = await freePort()
  const args = ['--no-sandbox', `--remote-debugging-port=${port}`]
  const browser = await chromium.launch({ executablePath: chromiumPath, args })
  try {
    return await work(port)
  } finally {
    await browser.close()
  }
}

/**
 * One run as Lighthouse does by default: a phone of middling speed on a slow mobile network. Where a busy machine lost the
 * beginning of the recording, it is tried again, twice at most.
 */
export async function measure(
  url: string,
  port: number,
  asked: readonly Category[] = categories,
): Promise<Measurement> {
  const flags = { port, onlyCategories: [...asked], output: 'json' as const, logLevel: 'error' as const }
  let result = await lighthouse(url, flags)
  for (let again = 0; again < 2 && result?.lhr.runtimeError?.code === 'NO_NAVSTART'; again += 1) {
    result = await lighthouse(url, flags)
  }
  if (!result || result.lhr.runtimeError) {
    throw new Error(
      `Lighthouse could not look at ${url}: ${result?.lhr.runtimeError?.message ?? 'no result'}`,
    )
  }
  const { lhr } = result
  const scores = asked.map((name) => [name, Math.round((lhr.categories[name]?.score ?? 0) * 100)])
  const weighty = asked.flatMap(
    (name) => lhr.categories[name]?.auditRefs.filter(({ weight }) => weight > 0) ?? [],
  )
  const lost = weighty.flatMap(({ id }) => {
    const audit = lhr.audits[id]
    return audit && audit.score !== null && audit.score < 0.9
      ? [`${id} ${audit.displayValue ?? ''}`.trim()]
      : []
  })
  return { scores: Object.fromEntries(scores) as Measurement['scores'], lost }
}

function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((done) =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    }),
  )
}
