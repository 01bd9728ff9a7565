import type { ReplicationForm } from '@semai/domain/claims/claim'
import type { FactName } from '@semai/domain/replications/fork-change'
import { missingFacts } from '@semai/domain/replications/fork-change'
import { formsDiffer } from '@semai/domain/replications/fork'
import type { ForkStanding } from '@semai/domain/replications/fork'
import type { Lang } from '#lib/site/lang.ts'
import { forkFactTexts } from '#lib/texts/fork-facts.ts'
import { forkTexts } from '#lib/texts/fork.ts'
import { count, share } from '#lib/words/number.ts'

/** What a page says of how a replica stands; an empty text says nothing and is not shown. */
export type ForkWords = Record<'form' | 'kept' | 'summary' | 'lost' | 'untold' | 'differ', string>

/** How a replica stands against its origins, in words: for the page, and for the answer to a save in the background. */
export function forkWords(
  lang: Lang,
  { changes, measured }: ForkStanding,
  declared: ReplicationForm | null,
): ForkWords {
  const texts = forkTexts[lang]
  const number = (is: 'changed' | 'added' | 'removed') =>
    count(lang, changes.filter(({ change }) => change.is === is).length)
  const lost = changes.flatMap(({ change, isLostCore }) =>
    isLostCore ? [change.before?.title ?? change.key] : [],
  )
  const untold = changes.filter(({ facts }) => missingFacts(facts).length > 0).length
  return {
    form: measured === null ? texts.notYet : texts.forms[measured.form],
    kept: measured === null ? '' : share(lang, measured.kept),
    summary:
      changes.length === 0
        ? texts.changesNone
        : texts.summary(number('changed'), number('added'), number('removed')),
    lost: lost.length === 0 ? '' : texts.lost(lost.join('; ')),
    untold: changes.length === 0 ? '' : untold === 0 ? texts.allTold : texts.untold(count(lang, untold)),
    differ: formsDiffer(declared, measured) ? texts.differ : '',
  }
}

/** The value of a fact in words. */
export function factWords(lang: Lang, fact: FactName, value: string | null): string {
  return value === null ? '' : ((forkFactTexts[lang].choices[fact] as Record<string, string>)[value] ?? '')
}
