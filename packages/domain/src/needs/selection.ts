import { z } from 'zod'
import type { Says } from '../text/says.ts'

/** What candidates are compared by; `weight` is a share of the sum of all weights. */
export type SelectionCriterion = { key: string; weight: number }

export const selectionCriteria = [
  'fit',
  'maturity',
  'ease',
  'cost',
  'regulation',
  'capacity',
  'origin',
  'continuity',
] as const
export type SelectionKey = (typeof selectionCriteria)[number]

/** The shipped weights: where a decision begins; each decision may set its own. */
export const shippedWeights: Readonly<Record<SelectionKey, number>> = {
  fit: 30,
  maturity: 10,
  ease: 10,
  cost: 15,
  regulation: 10,
  capacity: 10,
  origin: 5,
  continuity: 10,
}

/** What each criterion asks; 5 is always the better end. */
export const selectionNames: Record<SelectionKey, Says & { ask: Says }> = {
  fit: {
    id: 'Kesesuaian masalah',
    en: 'Fit with the problem',
    ask: { id: 'Menjawab masalah kita?', en: 'Does it answer our problem?' },
  },
  maturity: {
    id: 'Kematangan',
    en: 'Maturity',
    ask: { id: 'Sudah lama berjalan dan terukur?', en: 'Has it run for long and been measured?' },
  },
  ease: {
    id: 'Kemudahan',
    en: 'Ease',
    ask: { id: 'Mudah disiapkan?', en: 'Easy to prepare?' },
  },
  cost: {
    id: 'Biaya',
    en: 'Cost',
    ask: { id: 'Terjangkau anggaran?', en: 'Within the budget?' },
  },
  regulation: {
    id: 'Regulasi',
    en: 'Regulation',
    ask: { id: 'Dasar hukumnya ada?', en: 'Is there a legal basis?' },
  },
  capacity: {
    id: 'SDM dan TI',
    en: 'Staff and IT',
    ask: { id: 'Orang dan alatnya ada?', en: 'Are there people and equipment?' },
  },
  origin: {
    id: 'Kesediaan instansi asal',
    en: 'Willingness of the origin',
    ask: { id: 'Instansi asal bersedia membantu?', en: 'Will the origin help?' },
  },
  continuity: {
    id: 'Keberlanjutan di asal',
    en: 'Continuity at the origin',
    ask: { id: 'Masih berjalan di asalnya?', en: 'Does it still run where it began?' },
  },
}

const weight = z.coerce.number().int().min(0).max(100)
const score = z
  .union([z.literal(''), z.coerce.number().int().min(1).max(5)])
  .nullish()
  .transform((typed) => (typed === '' || typed === undefined ? null : typed))

export const mostCandidates = 12

/** The table in which candidates are weighed: weights by criterion, scores by candidate (innovation id) and criterion. */
export const selectionTable = z.object({
  weights: z
    .object(
      Object.fromEntries(selectionCriteria.map((key) => [key, weight])) as Record<
        SelectionKey,
        typeof weight
      >,
    )
    .refine((weights) => Object.values(weights).some((value) => value > 0), {
      params: {
        says: {
          id: 'Beri bobot sedikitnya pada satu kriteria.',
          en: 'Give weight to at least one criterion.',
        },
      },
    }),
  candidates: z
    .array(
      z.object({
        innovationId: z.uuid(),
        scores: z.object(
          Object.fromEntries(selectionCriteria.map((key) => [key, score])) as Record<
            SelectionKey,
            typeof score
          >,
        ),
      }),
    )
    .max(mostCandidates),
})
export type SelectionTable = z.infer<typeof selectionTable>
export type Scores = SelectionTable['candidates'][number]['scores']

/** A table with the shipped weights and nothing to choose from. */
export const emptySelection: SelectionTable = { weights: { ...shippedWeights }, candidates: [] }

/** Scores of a candidate that nobody has judged. */
export const noScores: Scores = Object.fromEntries(selectionCriteria.map((key) => [key, null])) as Scores

/**
 * The total of a candidate from 0 to 100: Σ weight × (score − 1) / 4 over Σ weight. Null while a criterion with weight is not judged: nothing is
 * filled in for it.
 * @example selectionTotal({ ...noScores, fit: 5, cost: 3 }, { ...shippedWeights, maturity: 0, ease: 0, regulation: 0,
 *   capacity: 0, origin: 0, continuity: 0 }) // 83
 */
export function selectionTotal(scores: Scores, weights: SelectionTable['weights']): number | null {
  const counted = selectionCriteria.filter((key) => weights[key] > 0)
  if (counted.some((key) => scores[key] === null)) return null
  const all = counted.reduce((sum, key) => sum + weights[key], 0)
  const sum = counted.reduce((total, key) => total + (weights[key] * (scores[key]! - 1)) / 4, 0)
  return Math.round((100 * sum) / all)
}

/** What a minute of a decision says. `choice`: an innovation of the table. */
export const decisionForm = z.object({
  choice: z.uuid(),
  heldOn: z.iso.date(),
  present: z.string().trim().min(3).max(500),
  reason: z.string().trim().min(10).max(2_000),
  number: z.string().trim().max(120).optional(),
})
export type DecisionForm = z.infer<typeof decisionForm>
