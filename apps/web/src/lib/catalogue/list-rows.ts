import { isStale } from '@semai/domain/innovations/innovation'
import type { ShownListRow } from '@semai/store/innovations/list-row'
import { glyphs } from '#lib/parts/glyph.ts'
import { href, type Lang } from '#lib/site/lang.ts'
import { markup, type Markup } from '#lib/site/markup.ts'
import { catalogueTexts } from '#lib/texts/catalogue.ts'
import { date } from '#lib/words/date.ts'
import { count } from '#lib/words/number.ts'
import { strengthWords } from '#lib/words/strength.ts'
import { splitOf, startOf } from './row-words.ts'

/** The rows of the list: name, what it solves, who and where, and on the side how far it runs. */
export function listRows(rows: readonly ShownListRow[], lang: Lang, today: string): Markup {
  return markup`<ol class="rows">${rows.map((row) => listRow(row, lang, today))}</ol>`
}

function listRow(row: ShownListRow, lang: Lang, today: string): Markup {
  const expansion = row.expansion !== row.name && row.expansion
  return markup`<li class="row"><div><h3><a href="${href(lang, `/inovasi/${row.slug}`)}">${row.name}</a>${
    expansion ? markup` <span class="exp">${expansion}</span>` : null
  }</h3>${solves(row, lang)}${meta(row, lang)}</div><div class="side">${side(row, lang, today)}</div></li>`
}

function solves({ summary, basis }: ShownListRow, lang: Lang): Markup | null {
  if (summary) return markup`<p class="solves">${summary}</p>`
  return basis === 'name_only' ? markup`<p class="solves soft">${catalogueTexts[lang].waiting}</p>` : null
}

function meta(row: ShownListRow, lang: Lang): Markup {
  const texts = catalogueTexts[lang]
  const started = startOf(row, lang)
  const place = row.region && row.region_slug && !row.origin.includes(row.region) ? row.region : null
  return markup`<ul class="meta">${
    row.kind === 'programme' ? markup`<li><b>${texts.values.jenis.programme}</b></li>` : null
  }<li><a href="${href(lang, `/instansi/${row.origin_slug}`)}">${row.origin}</a></li>${
    place ? markup`<li><a href="${href(lang, `/daerah/${row.region_slug}`)}">${place}</a></li>` : null
  }<li>${started ? texts.since1(started) : texts.sinceUnknown}</li>${
    row.award ? markup`<li>${row.award}</li>` : null
  }<li>${texts.values.dasar[row.basis].toLowerCase()}</li></ul>`
}

function side(row: ShownListRow, lang: Lang, today: string): Markup {
  const texts = catalogueTexts[lang]
  const confirmed = row.last_confirmed_on
  const stale = confirmed && isStale(confirmed, today)
  return markup`${row.replicas > 0 ? replicas(row, lang) : markup`<p>${texts.noReplicas}</p>`}${
    confirmed
      ? markup`<p>${texts.confirmedOn(date(lang, confirmed))}${stale ? markup` <span class="late">${texts.stale}</span>` : null}</p>`
      : null
  }`
}

function replicas(row: ShownListRow, lang: Lang): Markup {
  const strengths = splitOf(row).map(({ mark, organisations }) => {
    const says = `${count(lang, organisations)} ${strengthWords[lang][mark].toLowerCase()}`
    return markup`<p><span class="strength">${glyphs[mark]}${says}</span></p>`
  })
  return markup`<p class="count">${count(lang, row.replicas)}</p><p>${catalogueTexts[lang].runsIn}</p>${strengths}`
}
