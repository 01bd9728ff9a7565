import { z } from 'zod'
import { strengths } from '../claims/claim.ts'
import { organisationKinds } from '../organisations/organisation.ts'
import { competitions } from './award.ts'
import { bases, innovationKinds, stages } from './innovation.ts'

/** The orders of the catalogue. `relevan` (best answer first) needs a search text; without one it is `terbaru`. */
export const listOrders = ['relevan', 'terbaru', 'replikasi', 'konfirmasi', 'nama'] as const
export type ListOrder = (typeof listOrders)[number]

/** A field of a form that was left empty is a field that was not sent. */
const blank = (value: unknown) => (value === '' ? undefined : value)

/** One choice or several: `provinsi=35&provinsi=51` or `provinsi=35,51`, each once. */
function choices<Choice extends z.ZodType<string>>(choice: Choice) {
  const list = (value: unknown) =>
    [value ?? []].flat().flatMap((one) => (typeof one === 'string' ? one.split(',').filter(Boolean) : [one]))
  return z.preprocess(
    list,
    z
      .array(choice)
      .max(40)
      .transform((chosen) => [...new Set(chosen)]),
  )
}

function one<Shape extends z.ZodType>(shape: Shape) {
  return z.preprocess(blank, shape.optional())
}

const year = z.coerce.number().int().min(1945).max(2200)
const award = new RegExp(`^(${competitions.join('|')})( (19|20)\\d{2})?$`)

const fields = {
  q: one(z.string().trim().max(200)).describe('Words to search for; spelling and endings may differ.'),
  provinsi: choices(z.string().regex(/^\d{2}$/, 'A province code has two digits.')).describe(
    'Province codes (two digits), one or several.',
  ),
  daerah: one(z.string().regex(/^\d{2}(\.\d{2})?$/, 'A region code is written like 35.10.')).describe(
    'Code of one regency, city or province, for example 35.10.',
  ),
  bidang: choices(z.string().regex(/^[a-z0-9-]{1,80}$/, 'A category is written in small letters.')).describe(
    'Categories.',
  ),
  instansi: choices(z.enum(organisationKinds)).describe('Kinds of the agency of origin.'),
  jenis: choices(z.enum(innovationKinds)).describe('Innovations, national programmes, or both.'),
  dasar: choices(z.enum(bases)).describe('Where the description comes from.'),
  penghargaan: choices(z.string().regex(award, 'An award is written like KIPP or KIPP 2019.')).describe(
    'Competitions, or competition and year: `KIPP` or `KIPP 2019`.',
  ),
  dari: one(year).describe('Started in this year or later.'),
  sampai: one(year).describe('Started in this year or earlier.'),
  tahap: choices(z.enum(stages)).describe('Stages of life.'),
  kekuatan: choices(z.enum(strengths)).describe('Has a replica known with one of these strengths.'),
  bertahap: one(z.enum(['ya', 'tidak'])).describe('Whether its adopters are counted in ceremonial batches.'),
  urut: one(z.enum(listOrders)).describe('Order of the rows.'),
}

/** What a reader may ask of the catalogue; the page, its form and the API read the same parameters. */
export const innovationFilterForm = z.strictObject(fields)
export type InnovationFilterFields = z.infer<typeof innovationFilterForm>

/** A question to the catalogue, as the store understands it. Empty lists and nulls ask for nothing. */
export type InnovationFilter = {
  text: string | null
  provinces: readonly string[]
  region: string | null
  categories: readonly string[]
  institutions: readonly string[]
  kinds: readonly string[]
  bases: readonly string[]
  awards: readonly string[]
  stages: readonly string[]
  strengths: readonly string[]
  yearFrom: number | null
  yearTo: number | null
  batched: boolean | null
  order: ListOrder
}

/** The question that the fields of the form ask; years given the wrong way round are turned. */
export function innovationFilter(fields: InnovationFilterFields): InnovationFilter {
  const [yearFrom, yearTo] = inOrder(fields.dari ?? null, fields.sampai ?? null)
  const text = fields.q || null
  return {
    text,
    provinces: fields.provinsi,
    region: fields.daerah ?? null,
    categories: fields.bidang,
    institutions: fields.instansi,
    kinds: fields.jenis,
    bases: fields.dasar,
    awards: fields.penghargaan,
    stages: fields.tahap,
    strengths: fields.kekuatan,
    yearFrom,
    yearTo,
    batched: fields.bertahap === undefined ? null : fields.bertahap === 'ya',
    order: orderOf(fields.urut, text),
  }
}

function orderOf(asked: ListOrder | undefined, text: string | null): ListOrder {
  if (asked === undefined) return text === null ? 'terbaru' : 'relevan'
  return asked === 'relevan' && text === null ? 'terbaru' : asked
}

function inOrder(from: number | null, to: number | null): [number | null, number | null] {
  return from !== null && to !== null && from > to ? [to, from] : [from, to]
}
