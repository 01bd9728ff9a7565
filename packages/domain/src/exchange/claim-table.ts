import { z } from 'zod'
import { reasonCodeText } from '../reasons/reason.form.ts'
import { acts, claimKinds, happenings, precisions, strengths } from '../claims/claim.ts'
import type { ClaimRecord } from './claim-record.ts'
import { column, filled, type FlatTable } from './flat-table.ts'
import { day, innovationCode, regionCode } from './record-parts.ts'

/** Claims as a table. */
export const claimTable: FlatTable<ClaimRecord> = [
  filled('source_key', { id: 'Kunci klaim', en: 'Key of the claim' }, (r) => r.source_key),
  filled(
    'innovation_code',
    { id: 'Kode inovasi', en: 'Innovation code' },
    (r) => r.innovation.code,
    innovationCode,
  ),
  filled('innovation', { id: 'Inovasi', en: 'Innovation' }, (r) => r.innovation.name),
  filled('adopter', { id: 'Instansi replikator', en: 'Adopting organisation' }, (r) => r.adopter.name),
  filled('adopter_slug', { id: 'Kunci instansi', en: 'Key of the organisation' }, (r) => r.adopter.slug),
  filled('adopter_kind', { id: 'Jenis instansi', en: 'Kind of organisation' }, (r) => r.adopter.kind),
  column('unit', { id: 'Unit', en: 'Unit' }, (r) => r.unit?.name ?? null),
  filled('region_code', { id: 'Kode wilayah', en: 'Region code' }, (r) => r.region.code, regionCode),
  filled('region', { id: 'Wilayah', en: 'Region' }, (r) => r.region.name),
  filled(
    'province_code',
    { id: 'Kode provinsi', en: 'Province code' },
    (r) => r.region.province_code,
    regionCode,
  ),
  column('local_name', { id: 'Nama setempat', en: 'Local name' }, (r) => r.local_name),
  filled('kind', { id: 'Peristiwa atau keadaan', en: 'Event or state' }, (r) => r.kind, z.enum(claimKinds)),
  filled('happening', { id: 'Yang terjadi', en: 'What happened' }, (r) => r.happening, z.enum(happenings)),
  column('earliest', { id: 'Paling awal', en: 'First possible day' }, (r) => r.when.earliest, day),
  filled('latest', { id: 'Paling akhir', en: 'Last possible day' }, (r) => r.when.latest, day),
  filled(
    'precision',
    { id: 'Ketelitian; by: sudah ada pada tanggal itu', en: 'Precision; by: it existed by that day' },
    (r) => r.when.precision,
    z.enum(precisions),
  ),
  filled(
    'strength',
    { id: 'Kekuatan yang tampil', en: 'Strength as shown' },
    (r) => r.strength.shown,
    z.enum(strengths),
  ),
  filled(
    'strength_as_of',
    { id: 'Kekuatan per tanggal', en: 'Strength on the day' },
    (r) => r.strength.as_of,
    day,
  ),
  filled(
    'strongest_act',
    { id: 'Tindakan terkuat', en: 'Strongest act' },
    (r) => r.strength.strongest_act,
    z.enum(acts),
  ),
  column('valid_until', { id: 'Berlaku sampai', en: 'Valid until' }, (r) => r.strength.valid_until, day),
  column('batch', { id: 'Angkatan seremonial', en: 'Ceremonial batch' }, (r) => r.batch),
  column('stopped_on', { id: 'Berhenti', en: 'Stopped on' }, (r) => r.stopped?.on ?? null, day),
  column(
    'stop_reason',
    { id: 'Sebab berhenti, bila diizinkan', en: 'Why it stopped, where consented' },
    (r) => r.stopped?.reason ?? null,
    reasonCodeText,
  ),
  column('note', { id: 'Catatan', en: 'Note' }, (r) => r.note),
  filled('source', { id: 'Sumber', en: 'Source' }, (r) => r.source.name),
  column('source_url', { id: 'Alamat sumber', en: 'Address of the source' }, (r) => r.source.url),
  filled('updated_at', { id: 'Diubah', en: 'Changed' }, (r) => r.updated_at),
  column('id', { id: 'Pengenal', en: 'Identifier' }, (r) => r.id),
]
