import { z } from 'zod'
import { bases, innovationKinds, stages, triggers } from '../innovations/innovation.ts'
import { cells, column, filled, joined, type FlatTable } from './flat-table.ts'
import type { InnovationRecord } from './innovation-record.ts'
import { withholdings } from './open-narrative.ts'
import { day, innovationCode, regionCode } from './record-parts.ts'

type Row = InnovationRecord

const names = (parties: Row['parties']['proposers']) =>
  joined(parties.map((party) => party.organisation.name))

/** Innovations and programmes as a table. */
export const innovationTable: FlatTable<Row> = [
  filled('code', { id: 'Kode tetap', en: 'Lasting code' }, (r) => r.code, innovationCode),
  filled('name', { id: 'Nama', en: 'Name' }, (r) => r.name),
  column('expansion', { id: 'Kepanjangan', en: 'What the acronym stands for' }, (r) => r.expansion),
  filled(
    'kind',
    { id: 'Inovasi atau program', en: 'Innovation or programme' },
    (r) => r.kind,
    z.enum(innovationKinds),
  ),
  column('aliases', { id: 'Ejaan lain', en: 'Other spellings' }, (r) =>
    joined(r.aliases.map(({ name }) => name)),
  ),
  filled('origin', { id: 'Instansi asal', en: 'Agency of origin' }, (r) => r.parties.origin.name),
  filled(
    'origin_slug',
    { id: 'Kunci instansi asal', en: 'Key of the agency of origin' },
    (r) => r.parties.origin.slug,
  ),
  filled('origin_kind', { id: 'Jenis instansi asal', en: 'Kind of agency' }, (r) => r.parties.origin.kind),
  column('proposers', { id: 'Pengusul', en: 'Proposers' }, (r) => names(r.parties.proposers)),
  column('sector_ministries', { id: 'Pengampu', en: 'Sector ministries' }, (r) =>
    names(r.parties.sector_ministries),
  ),
  column('region_code', { id: 'Kode wilayah', en: 'Region code' }, (r) => r.region?.code ?? null, regionCode),
  column('region', { id: 'Wilayah', en: 'Region' }, (r) => r.region?.name ?? null),
  column(
    'province_code',
    { id: 'Kode provinsi', en: 'Province code' },
    (r) => r.province?.code ?? null,
    regionCode,
  ),
  column('province', { id: 'Provinsi', en: 'Province' }, (r) => r.province?.name ?? null),
  column('summary', { id: 'Ringkasan', en: 'Summary' }, (r) => r.narrative.summary),
  column('problem', { id: 'Masalah', en: 'Problem' }, (r) => r.narrative.problem),
  filled(
    'narrative_basis',
    { id: 'Dasar uraian', en: 'Basis of the texts' },
    (r) => r.narrative.basis,
    z.enum(bases),
  ),
  column(
    'narrative_withheld',
    { id: 'Mengapa uraian tidak ada', en: 'Why the texts are absent' },
    (r) => r.narrative.withheld,
    z.enum(withholdings),
  ),
  column('stage', { id: 'Tahap', en: 'Stage of life' }, (r) => r.stage, z.enum(stages)),
  column('trigger', { id: 'Pemicu', en: 'What set it off' }, (r) => r.trigger, z.enum(triggers)),
  column('is_digital', { id: 'Digital', en: 'Digital' }, (r) => r.is_digital, cells.yesNo),
  column(
    'start_earliest',
    { id: 'Mulai, paling awal', en: 'Start, first possible day' },
    (r) => r.start?.earliest ?? null,
    day,
  ),
  column(
    'start_latest',
    { id: 'Mulai, paling akhir', en: 'Start, last possible day' },
    (r) => r.start?.latest ?? null,
    day,
  ),
  column(
    'start_precision',
    { id: 'Ketelitian mulai', en: 'Precision of the start' },
    (r) => r.start?.precision ?? null,
  ),
  column(
    'start_basis',
    { id: 'Dasar tanggal mulai', en: 'Basis of the start' },
    (r) => r.start?.basis ?? null,
  ),
  column('categories', { id: 'Kategori (edisi:kunci)', en: 'Categories (edition:key)' }, (r) =>
    joined(r.categories.map(({ scheme, key }) => `${scheme}:${key}`)),
  ),
  column('sdgs', { id: 'Tujuan pembangunan berkelanjutan', en: 'Sustainable development goals' }, (r) =>
    joined(r.sdgs),
  ),
  column('awards', { id: 'Penghargaan', en: 'Awards' }, (r) => joined(r.awards.map(({ label }) => label))),
  filled(
    'replicas',
    { id: 'Instansi replikator', en: 'Replicating organisations' },
    (r) => r.replicas,
    cells.number,
  ),
  column('identifiers', { id: 'Nomor di sistem lain', en: 'Identifiers elsewhere' }, (r) =>
    joined(r.identifiers.map(({ scheme, value }) => `${scheme}:${value}`)),
  ),
  column('confidence', { id: 'Keyakinan', en: 'How sure' }, (r) => r.confidence),
  column(
    'last_confirmed_on',
    { id: 'Terakhir dikonfirmasi', en: 'Last confirmed' },
    (r) => r.last_confirmed_on,
    day,
  ),
  column('sources', { id: 'Sumber', en: 'Sources' }, (r) =>
    joined([...r.facts, ...r.awards].map(({ source }) => source.name)),
  ),
  filled('updated_at', { id: 'Diubah', en: 'Changed' }, (r) => r.updated_at),
  column('id', { id: 'Pengenal', en: 'Identifier' }, (r) => r.id),
]
