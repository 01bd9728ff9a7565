import { selectionCriteria } from '@semai/domain/needs/selection'

/** The name of the field with the weight of a criterion, and of the score of a candidate in it. */
export const weightField = (key: string) => `w-${key}`
export const scoreField = (innovationId: string, key: string) => `s-${innovationId}-${key}`

/** The table as it was typed, not yet checked: candidates in the order of the form. */
export function readSelection(given: FormData): { revision: number; table: unknown } {
  const ids = given.getAll('candidate').map(String)
  return {
    revision: Number(given.get('revision')),
    table: {
      weights: Object.fromEntries(selectionCriteria.map((key) => [key, given.get(weightField(key))])),
      candidates: ids.map((innovationId) => ({
        innovationId,
        scores: Object.fromEntries(
          selectionCriteria.map((key) => [key, given.get(scoreField(innovationId, key)) ?? '']),
        ),
      })),
    },
  }
}
