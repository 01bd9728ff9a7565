import fc from 'fast-check'
import { castSite } from './cast-site.ts'
import type { CastSite } from './cast-site.ts'
import { faultsOfAnswer } from './judge.ts'
import type { Answer } from './judge.ts'
import { requestOf } from './requests.ts'
import type { Ready } from './requests.ts'
import { partialWrites, rowsReader } from './rows.ts'
import { SiteMap, keyOf, reads, writes } from './site-map.ts'
import { apiForms } from './api-forms.ts'
import { drawn } from './values.ts'

export type Proof = {
  sent: number
  /** How many answers had each status. */
  statuses: Record<string, number>
  /** Requests with what was wrong with their answers. */
  findings: string[]
  /** Targets nothing was sent to, and form actions whose form no sender saw. */
  unasked: string[]
  formless: string[]
  /** Requests that changed something. */
  written: number
}

type Asked = { runs: number; seed: number; progress(line: string): void; senders?: number }

/** Requests between two looks at the pages: new records bring new forms. */
const chapter = 1_000

/** Sends as many requests as asked to a site of its own, and judges every answer. */
export async function inputRounds({ runs, seed, progress, senders }: Asked): Promise<Proof> {
  const site = await castSite(seed, senders)
  try {
    return await sendAll(site, { runs, seed, progress })
  } finally {
    await site.stop()
  }
}

async function sendAll(site: CastSite, { runs, seed, progress }: Asked): Promise<Proof> {
  const map = new SiteMap(runs < chapter ? 2 : 4)
  const proof: Proof = { sent: 0, statuses: {}, findings: [], unasked: [], formless: [], written: 0 }
  const asked = new Set<string>()
  const rows = await rowsReader(site.database.pool)
  for (const [index, draw] of fc.sample(drawn, { numRuns: runs, seed }).entries()) {
    if (index % chapter === 0) await lookAround(site, map)
    const ready = requestOf(draw, { map, senders: site.senders, url: site.url })
    await site.heal()
    const before = await rows()
    const answer = await send(site.url, ready)
    const after = await rows()
    const wrong = [
      ...faultsOfAnswer(ready.path, answer),
      ...partialWrites(before, after, answer.status >= 400),
    ]
    if (answer.status >= 500) wrong.push(site.faults.at(-1) ?? 'nothing in the log')
    for (const what of wrong) proof.findings.push(`${index}: ${describe(ready)}: ${what}`)
    if (wrong.length > 0) progress(proof.findings.at(-1)!)
    if (after.audited > before.audited) proof.written++
    const kind = String(answer.status)
    proof.statuses[kind] = (proof.statuses[kind] ?? 0) + 1
    proof.sent++
    asked.add(keyOf(ready.target))
    if (answer.type.startsWith('text/html')) {
      map.read(answer.text, ready.path, site.senders.indexOf(ready.sender))
    }
    if (proof.sent % 500 === 0) progress(`${proof.sent} sent, ${JSON.stringify(proof.statuses)}`)
  }
  proof.unasked = [...writes, ...reads].map(keyOf).filter((key) => !asked.has(key))
  proof.formless = writes.map(keyOf).filter((key) => key.includes(' ?') && !map.forms.has(key))
  return proof
}

/** The public opens every page; who signed in those that have forms. */
function isWorthVisiting(route: string, sender: number): boolean {
  if (/^\/(api|data|sitemap|skema)\b/.test(route)) return false
  return sender === 0 || route.startsWith('/ker') || writes.some((write) => write.route === route)
}

/** Every sender opens the pages of every route, and up to a few addresses that these name. */
async function lookAround(site: CastSite, map: SiteMap): Promise<void> {
  for (const route of reads.map(({ route }) => route)) if (!route.includes('[')) map.note(route)
  for (const { path } of await apiForms(site, map)) map.note(path)
  for (const [number, sender] of site.senders.entries()) {
    await site.heal()
    const waiting = [...map.addresses].flatMap(([route, list]) =>
      isWorthVisiting(route, number) ? list.slice(0, 4) : [],
    )
    for (let visited = 0; visited < 250 && waiting.length > 0; visited++) {
      const path = waiting.shift()!
      const headers = {
        accept: 'text/html',
        'x-forwarded-for': '198.51.100.9',
        ...(sender.cookie && { cookie: sender.cookie }),
      }
      const response = await fetch(site.url + path, { headers, redirect: 'manual' })
      const text = await response.text()
      if (!response.headers.get('content-type')?.startsWith('text/html')) continue
      for (const named of map.read(text, path, number)) {
        if (isWorthVisiting(map.routeOf(named) ?? '', number)) waiting.push(named)
      }
    }
  }
}

async function send(url: string, { path, init }: Ready): Promise<Answer> {
  const signal = AbortSignal.timeout(30_000)
  const response = await fetch(url + path, { ...init, redirect: 'manual', signal })
  const type = response.headers.get('content-type') ?? ''
  return { status: response.status, type, text: await response.text() }
}

/** The request on one line, long bodies cut. */
function describe({ target, path, sender, init }: Ready): string {
  const { body } = init
  const shown =
    body instanceof FormData
      ? JSON.stringify([...body].map(([name, value]) => [name, String(value)]))
      : (body ?? '')
  return `${keyOf(target)} as ${sender.name}, ${path.slice(0, 200)} ${JSON.stringify(shown).slice(0, 600)}`
}
