import { z } from 'zod'
import { strengths } from '@semai/domain/claims/claim'
import { innovationFilterForm } from '@semai/domain/innovations/innovation-filter.form'
import { bases, innovationKinds, stages } from '@semai/domain/innovations/innovation'
import { none, operation, pageOf, paging } from './operation.ts'

const day = z.iso.date()

const row = z.strictObject({
  code: z.string(),
  slug: z.string(),
  kind: z.enum(innovationKinds),
  name: z.string(),
  expansion: z.string().nullable().describe('What the acronym stands for.'),
  summary: z.string().nullable().describe('Only where it was read on a source page.'),
  basis: z.enum(bases).describe('Where the description comes from.'),
  stage: z.enum(stages).nullable(),
  category: z.string().nullable(),
  origin: z.string().describe('Name of the agency it comes from (instansi asal).'),
  origin_slug: z.string(),
  region: z
    .string()
    .nullable()
    .describe('Regency, city or province of the origin; null for national bodies.'),
  region_code: z.string().nullable(),
  region_slug: z.string().nullable(),
  province_code: z.string().nullable(),
  started_earliest: day.nullable().describe('First possible day of the start; null when unknown.'),
  started_latest: day.nullable(),
  batched: z.boolean().describe('Adopters are counted in ceremonial batches.'),
  award: z.string().nullable().describe('The earliest award as published.'),
  last_confirmed_on: day.nullable(),
  replicas: z
    .int()
    .min(0)
    .describe('Distinct organisations with a dated claim that is neither withdrawn nor stopped.'),
  by_strength: z
    .partialRecord(z.enum(strengths), z.int().min(0))
    .nullable()
    .describe(
      'These organisations by their strongest dated claim on the day of asking; null without replicas.',
    ),
})

/** The catalogue, filtered and ordered. */
export const innovationsRead = operation({
  path: '/api/inovasi',
  name: 'innovations',
  says: 'Innovations and national programmes that answer a question, in its order.',
  params: none,
  query: z.strictObject({ ...innovationFilterForm.shape, ...paging }),
  answer: pageOf(row),
})
