import type { TypedScores } from '@semai/store/rounds/assess.commands'

/** The fields `score_KEY` and `reason_KEY` of a form, by the key of the criterion. */
export function typedScores(fields: Readonly<Record<string, string>>): TypedScores {
  const keys = new Set(Object.keys(fields).flatMap((name) => /^(?:score|reason)_(.+)$/.exec(name)?.[1] ?? []))
  return Object.fromEntries(
    [...keys].map((key) => [
      key,
      { score: fields[`score_${key}`] ?? '', reason: fields[`reason_${key}`] ?? '' },
    ]),
  )
}
