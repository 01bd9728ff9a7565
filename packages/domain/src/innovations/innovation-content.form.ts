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

/** One figure before and after, as the unit measured it. */
const result = z.object({
  indicator: z.string().trim().max(200),
  before: z.string().trim().max(60),
  after: z.string().trim().max(60),
  unit: z.string().trim().max(60),
  source: z.string().trim().max(300),
})

/**
 * What a unit may type about its innovation. A draft may be poor: everything can be missing or half typed, so that no
 * save is refused in the middle of a word. What has to be there before it is published belongs to the checklist.
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
  /** As typed: a year, a month or a day once it is whole. */
  started: text(40),
  legalBasis: text(1_500),
  /** As typed; `rupiahOf` reads it. */
  cost: text(60),
  costNote: text(1_000),
  staff: text(1_000),
  /** One address a line. */
  links: text(4_000),
})
export type InnovationContent = z.infer<typeof innovationContent>

/** A draft in which nothing has been typed. */
export const emptyContent: InnovationContent = innovationContent.parse({})

/**
 * The days a typed start stands for, or null while it is not a year, a month or a day.
 * @example startOf('2022-05') // { earliest: '2022-05-01', latest: '2022-05-31', precision: 'month' }
 */
export function startOf(typed: string | null) {
  try {
    return typed === null ? null : dateInterval(typed.trim())
  } catch {
    return null
  }
}

/**
 * An amount as Indonesians write it, in whole rupiah; null when it can not be read.
 * @example rupiahOf('Rp 1.250.000') // 1250000
 */
export function rupiahOf(typed: string | null): number | null {
  const digits = /^(?:rp\.?\s*)?(\d{1,3}(?:\.\d{3})+|\d{1,15})(?:,-|,00)?$/i.exec(typed?.trim() ?? '')?.[1]
  return digits === undefined ? null : Number(digits.replaceAll('.', ''))
}

/** The addresses of a typed list, one a line; only those a page may link to. */
export function linksOf(typed: string | null): string[] {
  return (typed ?? '').split('\n').flatMap((line) => {
    const url = URL.canParse(line.trim()) ? new URL(line.trim()) : null
    return url !== null && /^https?:$/.test(url.protocol) ? [url.href] : []
  })
}

/** The sections of the editor with their fields, in order. */
export const contentSections = {
  identity: ['name', 'expansion', 'summary', 'started', 'category', 'trigger', 'goals', 'isDigital'],
  story: ['problem', 'solution', 'users', 'inclusion'],
  results: ['results', 'resultsText'],
  resources: ['legalBasis', 'cost', 'costNote', 'staff', 'links'],
} as const satisfies Record<string, readonly (keyof InnovationContent)[]>
export type ContentSection = keyof typeof contentSections
