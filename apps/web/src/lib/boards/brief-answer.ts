import { briefDocument } from '@semai/domain/boards/brief-document'
import { redirect } from '@sveltejs/kit'
import { LRUCache } from 'lru-cache'
import { briefMonth, briefMonthFault } from '@semai/domain/boards/brief-month'
import type { BriefMonth } from '@semai/domain/boards/brief-month'
import type { BriefScope } from '@semai/store/boards/brief-scope'
import { begunRuns, briefCounts } from '@semai/store/boards/monthly-brief.queries'
import { briefRuns } from '@semai/store/continuity/brief-runs.queries'
import { reasonWords } from '@semai/store/reasons/reason-list'
import { writePdf } from '#lib/documents/write-pdf.ts'
import { href } from '#lib/site/lang.ts'
import { briefTexts } from '#lib/texts/brief.ts'

type Named = {
  scope: BriefScope
  place: string
  /** Plain path of the board. */
  path: string
  /** Names the file. */
  file: string
}

/**
 * The monthly brief of a place as PDF, in the language of the address; of a month that is none or has not begun, the board, which
 * says so beside the choice. What the public is given is made once a minute.
 */
export async function briefAnswer(locals: App.Locals, url: URL, named: Named): Promise<Response> {
  const { actor, today, lang } = locals
  const asked = url.searchParams.get('bulan')
  if (asked !== null && briefMonthFault(asked, today) !== null) {
    redirect(303, href(lang, `${named.path}?bulan=${encodeURIComponent(asked.slice(0, 20))}#ringkasan`))
  }
  const month = briefMonth(asked, today)
  const make = () => briefPdf(locals, month, named)
  const key = [named.path, month.month, month.until, lang, locals.origin].join(' ')
  const body = actor.personId === null ? await kept(key, make) : await make()
  return new Response(new Uint8Array(body), {
    headers: {
      'content-type': 'application/pdf',
      'content-length': String(body.length),
      'content-disposition': `attachment; filename="${lang === 'id' ? 'ringkasan' : 'brief'}-${named.file}-${month.month}.pdf"`,
    },
  })
}

async function briefPdf(
  { db, actor, lang, origin }: App.Locals,
  month: BriefMonth,
  { scope, place, path }: Named,
): Promise<Buffer> {
  const asked = { scope, month }
  const [counts, runs, begun, reasons] = await Promise.all([
    briefCounts(db, actor, asked),
    briefRuns(db, actor, asked),
    begunRuns(db, actor, asked),
    reasonWords(db, lang),
  ])
  const whole = (to: string) => origin + href(lang, to)
  const site = lang === 'en' ? `${origin}/en` : origin
  const words = { lang, place, reasons }
  const addresses = { board: whole(path), lasting: whole('/bertahan'), origin: site }
  const document = briefDocument({ ...month, ...counts, ...runs, begun }, { ...words, ...addresses })
  return writePdf(document, { foot: briefTexts[lang].foot(whole(path)) })
}

/** Two years of months in both languages, for a minute each. */
const made = new LRUCache<string, Promise<Buffer>>({ max: 48, ttl: 60_000 })

/** Everybody who has not signed in reads the same: it is not made anew for each. */
function kept(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const known = made.get(key)
  if (known) return known
  const body = make()
  made.set(key, body)
  body.catch(() => made.delete(key))
  return body
}
