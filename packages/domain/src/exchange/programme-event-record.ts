import { z } from 'zod'
import { programmeEventKinds } from '../programme-events/programme-event.ts'
import { cells, column, filled } from './flat-table.ts'
import type { FlatTable } from './flat-table.ts'
import {
  innovationCode,
  organisationRef,
  regionCode,
  regionRef,
  sourceRef,
  text,
  version,
} from './record-parts.ts'

/** An act of the programme as open data. It is no claim: nothing in it says that something runs. */
export const programmeEventRecord = z.strictObject({
  schema_version: version,
  key: text.describe('Lasting key of the event.'),
  kind: z
    .enum(programmeEventKinds)
    .describe('What was done. Recommended or named does not mean that it runs anywhere.'),
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .describe('As exactly as the source says: YYYY, YYYY-MM or YYYY-MM-DD.'),
  innovation: z.strictObject({ code: innovationCode, name: text }).nullable(),
  region: regionRef.nullable().describe('The province of a hub.'),
  organisation: organisationRef.nullable().describe('For whose units it was meant.'),
  about: z.strictObject({ id: text, en: text }).nullable(),
  source: sourceRef,
})
export type ProgrammeEventRecord = z.infer<typeof programmeEventRecord>

/** Acts of the programme as a table. */
export const programmeEventTable: FlatTable<ProgrammeEventRecord> = [
  filled('key', { id: 'Kunci', en: 'Key' }, (r) => r.key),
  filled('kind', { id: 'Peristiwa', en: 'Event' }, (r) => r.kind, z.enum(programmeEventKinds)),
  filled('date', { id: 'Tanggal, setepat sumbernya', en: 'Date, as exact as its source' }, (r) => r.date),
  column(
    'innovation_code',
    { id: 'Kode inovasi', en: 'Code of the innovation' },
    (r) => r.innovation?.code ?? null,
  ),
  column('innovation', { id: 'Inovasi', en: 'Innovation' }, (r) => r.innovation?.name ?? null),
  column(
    'region_code',
    { id: 'Kode provinsi hub', en: 'Code of the hub' },
    (r) => r.region?.code ?? null,
    regionCode,
  ),
  column('region', { id: 'Provinsi hub', en: 'Province of the hub' }, (r) => r.region?.name ?? null),
  column(
    'organisation',
    { id: 'Untuk instansi', en: 'For the organisation' },
    (r) => r.organisation?.name ?? null,
  ),
  column('about', { id: 'Keterangan', en: 'About it' }, (r) => r.about?.id ?? null, cells.text),
  filled('source', { id: 'Sumber', en: 'Source' }, (r) => r.source.name),
  column('source_url', { id: 'Alamat sumber', en: 'Address of the source' }, (r) => r.source.url),
]
