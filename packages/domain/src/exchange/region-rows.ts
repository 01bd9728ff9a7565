import { z } from 'zod'
import type { RegionKind } from '../regions/region.ts'
import {
  asThemselves,
  maybeNumber,
  maybeOneOf,
  maybeText,
  maybeUrl,
  number,
  oneOf,
  regionCode,
  text,
} from './cells.ts'
import type { SheetKind } from './sheet.ts'

const kindWords: Readonly<Record<string, RegionKind>> = {
  provinsi: 'province',
  kabupaten: 'regency',
  kota: 'city',
}

/** One region as exchanged in a file. The point may be missing where the region is known already. */
export const regionRow = z
  .object({
    region_code: regionCode,
    region_name: text(120),
    province: maybeText(120),
    kind: oneOf(kindWords),
    seat: maybeText(120),
    lat: maybeNumber.refine((value) => value === null || Math.abs(value) <= 90, 'must be from -90 to 90'),
    lon: maybeNumber.refine((value) => value === null || Math.abs(value) <= 180, 'must be from -180 to 180'),
    method: maybeText(60),
    check: maybeOneOf(asThemselves(['ok', 'weak'])),
  })
  .superRefine((row, context) => {
    if ((row.kind === 'province') !== (row.region_code.length === 2)) {
      context.addIssue({
        code: 'custom',
        path: ['kind'],
        message: `does not fit the code ${row.region_code}: provinces have two digits, the others four`,
      })
    }
    if ((row.lat === null) !== (row.lon === null)) {
      context.addIssue({
        code: 'custom',
        path: ['lat'],
        message: 'needs lon beside it, and the other way round',
      })
    }
  })
export type RegionRow = z.infer<typeof regionRow>

export const regionSheet: SheetKind<RegionRow> = {
  row: regionRow,
  required: ['region_code', 'region_name', 'kind'],
  optional: ['province', 'seat', 'lat', 'lon', 'method', 'check'],
}

/** One figure of one region: value, unit, year, source. */
export const attributeRow = z.object({
  region_code: regionCode,
  region_name: maybeText(120),
  province: maybeText(120),
  attribute: text(60).refine(
    (value) => value === '' || /^[a-z][a-z0-9_]*$/.test(value),
    'must be a name of small letters, digits and _, such as poverty_rate',
  ),
  value: number,
  unit: text(60),
  year: number.refine(
    (value) => Number.isInteger(value) && value >= 1945 && value <= 2100,
    'must be a year such as 2024',
  ),
  source: text(1000),
  source_url: maybeUrl,
})
export type AttributeRow = z.infer<typeof attributeRow>

export const attributeSheet: SheetKind<AttributeRow> = {
  row: attributeRow,
  required: ['region_code', 'attribute', 'value', 'unit', 'year', 'source'],
  optional: ['region_name', 'province', 'source_url'],
}
