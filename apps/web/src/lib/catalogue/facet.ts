import type { Lang } from '#lib/site/lang.ts'
import { markup, type Markup } from '#lib/site/markup.ts'
import { catalogueTexts } from '#lib/texts/catalogue.ts'
import { count } from '#lib/words/number.ts'
import type { FacetChoice, FacetGroup } from './facet-choices.ts'

/** Facets that begin folded, unless something in them is chosen. */
const folded = new Set(['instansi', 'jenis', 'dasar', 'tahap', 'penghargaan', 'kekuatan'])

/** The facets of the filter form, each with its first choices in the open and the rest folded away. */
export function facets(groups: readonly FacetGroup[], lang: Lang): Markup {
  return markup`${groups.map((group) => facet(group, lang))}`
}

function facet({ name, choices }: FacetGroup, lang: Lang): Markup {
  const texts = catalogueTexts[lang]
  const title = texts.facets[name]
  const first = name === 'provinsi' ? 6 : 10
  const shown = choices.filter((choice, i) => i < first || choice.chosen)
  const rest = choices.filter((choice) => !shown.includes(choice))
  const isOpen = !folded.has(name) || choices.some((choice) => choice.chosen)
  return markup`<details${isOpen && open}><summary>${title}</summary><fieldset><legend class="visually-hidden">${title}</legend>${list(name, shown, lang)}${
    rest.length > 0 &&
    markup`<details class="more"><summary>${texts.others(count(lang, rest.length))}</summary>${list(name, rest, lang)}</details>`
  }</fieldset></details>`
}

const open = markup` open`
const checked = markup` checked`

function list(name: string, choices: readonly FacetChoice[], lang: Lang): Markup {
  const items = choices.map(
    (choice) =>
      markup`<li><label class="check"><input type="checkbox" name="${name}" value="${choice.value}"${choice.chosen && checked}> <span>${choice.label}</span> <span class="n">${count(lang, choice.count)}</span></label></li>`,
  )
  return markup`<ul>${items}</ul>`
}
