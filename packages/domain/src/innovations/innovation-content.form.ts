import { z } from 'zod'
import { dateInterval } from '../claims/claim.ts'
import { triggers } from './innovation.ts'

/** Text that may be missing: what is only blank is kept as null. */
const text = (max: number) =>
  z
    .string()
    .max(max)
    .nullish()
    .transform((typed) => (typed?.trim() ? typed.replaceAll('\r\n', '\n') : null))

/** A year, a month or a day: `2017`, `2022-05`, `2024-12-12`. */
const partialDate = z
  .string()
  .trim()
  .nullish()
  .transform((typed) => typed || null)
  .refine((typed) => typed === null || isDate(typed), {
    params: {
      says: {
        id: 'Tulis tahun, bulan, atau tanggal: 2017, 2022-05, atau 2024-12-12.',
        en: 'Write a year, a month or a day: 2017, 2022-05 or 2024-12-12.',
      },
    },
  })

/** One figure before and after, as the unit measured it. */
const result = z.object({
  indicator: z.string().trim().max(200),
  before: z.string().trim().max(60),
  after: z.string().trim().max(60),
  unit: z.string().trim().max(60),
  source: z.string().trim().max(300),
})

/**
 * What a unit may type about its innovation. A draft may be poor: everything can be missing. What has to be there
 * before it is published belongs to the checklist.
 */
export const innovationContent = z.object({
  name: text(160),
  expansion: text(300),
  summary: text(600),
  problem: text(4_000),
  solution: text(6_000),
  results: z.array(result).max(20).default([]),
  resultsText: text(4_000),
  users: text(1_500),
  inclusion: text(1_500),
  isDigital: z.boolean().nullish().default(null),
  category: z.string().max(60).nullish().default(null),
  trigger: z.enum(triggers).nullish().default(null),
  goals: z.array(z.int().min(1).max(17)).max(17).default([]),
  started: partialDate,
  legalBasis: text(1_500),
  costRupiah: z.int().min(0).max(1e15).nullish().default(null),
  costNote: text(1_000),
  staff: text(1_000),
  links: z
    .array(z.url({ protocol: /^https?$/ }).max(500))
    .max(10)
    .default([]),
})
export type InnovationContent = z.infer<typeof innovationContent>

/** A draft in which nothing has been typed. */
export const emptyContent: InnovationContent = innovationContent.parse({})

function isDate(typed: string): boolean {
  try {
    return dateInterval(typed).latest <= '2100-12-31'
  } catch {
    return false
  }
}

/** The sections of the editor with their fields, in order. */
export const contentSections = {
  identity: ['name', 'expansion', 'summary', 'started', 'category', 'trigger', 'goals', 'isDigital'],
  story: ['problem', 'solution', 'users', 'inclusion'],
  results: ['results', 'resultsText'],
  resources: ['legalBasis', 'costRupiah', 'costNote', 'staff', 'links'],
} as const satisfies Record<string, readonly (keyof InnovationContent)[]>
export type ContentSection = keyof typeof contentSections
