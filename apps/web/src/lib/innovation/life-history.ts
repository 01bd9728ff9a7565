import { innovationLifecycle } from '@semai/domain/innovations/innovation.lifecycle'
import type { LifeStep } from '@semai/domain/innovations/innovation.lifecycle'
import { isStep } from '@semai/domain/lifecycle'
import { answerNames, wayNames } from '@semai/domain/innovations/still-running'
import type { LifePage } from '@semai/store/innovations/innovation-life.queries'
import type { Lang } from '#lib/site/lang.ts'
import { lifeTexts } from '#lib/texts/life.ts'
import { date } from '#lib/words/date.ts'

/** One line of a record's history. */
export type HistoryLine = { at: Date; says: string; by: string | null; more: string | null }

/** Steps, answers, versions and merges of a record in one list, newest first. */
export function lifeHistory(
  life: LifePage,
  lang: Lang,
  reasons: Readonly<Record<string, string>>,
): HistoryLine[] {
  const texts = lifeTexts[lang]
  const lines = [
    ...life.stepsTaken.map((one) => ({
      ...one,
      says: stepSays(one.step, lang),
      more: [
        one.happenedOn && texts.since(date(lang, one.happenedOn)),
        one.code && (reasons[one.code] ?? one.code),
        one.reason,
      ],
    })),
    ...life.answers.map((one) => ({
      ...one,
      says: answerNames[one.answer][lang],
      by: one.by ?? [one.name, one.post].filter(Boolean).join(', '),
      more: [wayNames[one.way][lang], one.note],
    })),
    ...life.versions.map((one) => ({ ...one, says: texts.version(one.number), more: [] })),
    ...life.merges.map((one) => ({ ...one, says: texts.mergedFrom(one.name, one.code), more: [one.reason] })),
  ]
  return lines
    .map(({ at, says, by, more }) => ({
      at: new Date(at),
      says,
      by,
      more: more.filter(Boolean).join(' · ') || null,
    }))
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
}

function stepSays(step: string, lang: Lang): string {
  return isStep<LifeStep>(innovationLifecycle, step) ? innovationLifecycle.steps[step].done[lang] : step
}
