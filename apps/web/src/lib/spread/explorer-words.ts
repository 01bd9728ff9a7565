import type { ExploredSpread } from '@semai/store/spread/explore-spread'
import type { Lang } from '#lib/site/lang.ts'
import { explorerTexts } from '#lib/texts/explorer.ts'
import { count } from '#lib/words/number.ts'
import type { ShownModel } from '#lib/pictures/model-curve.ts'

/** What is counted: inaugurations where a programme opened in ceremonies, else regions. */
export function unitOf({ found }: Pick<ExploredSpread, 'found'>, lang: Lang): string {
  const one = found.innovations?.length === 1 ? found.innovations[0]! : null
  return explorerTexts[lang].units[one?.isBatched ? 'openings' : 'regions']
}

/** How many could adopt, in words. */
export function adoptersText({ adopters }: Pick<ExploredSpread, 'adopters'>, lang: Lang): string {
  return explorerTexts[lang].adopters[adopters.kind](count(lang, adopters.count))
}

/** The model of a view where it is to be drawn: one that the data identify. */
export function shownModel({
  modelled,
  until,
}: Pick<ExploredSpread, 'modelled' | 'until'>): ShownModel | null {
  if (!modelled || 'refused' in modelled || !modelled.model.isIdentified || until === null) return null
  const { curve, ahead, reached } = modelled.model
  return { curve, ahead, reached, until }
}

/** What a view is called: its innovation, or its programme, agency or region; null for all and for several by name. */
export function viewName({ found }: Pick<ExploredSpread, 'found'>, lang: Lang): string | null {
  const { scope } = explorerTexts[lang]
  if (found.of === 'innovations')
    return found.innovations?.length === 1
      ? found.innovations[0]!.name
      : scope.several(count(lang, found.innovations?.length ?? 0))
  return found.of === 'all' || found.name === null ? null : scope[found.of](found.name)
}

/** The last day of which a view knows anything: of a dated region or of an official count. */
export function lastKnownDay(
  { spread, figures }: Pick<ExploredSpread, 'spread' | 'figures'>,
  today: string,
): string {
  const days = [
    ...spread.regions.map(({ first, boundBy }) => first?.latest ?? boundBy ?? ''),
    ...figures.map(({ asOf }) => asOf),
  ]
  return days.toSorted().at(-1) || today
}
