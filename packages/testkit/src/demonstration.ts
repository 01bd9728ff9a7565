import type { Actor } from '@semai/domain/people/actor'
import { emptyContent } from '@semai/domain/innovations/innovation-content.form'
import type { InnovationContent } from '@semai/domain/innovations/innovation-content.form'
import {
  saveBlueprint,
  startBlueprintEdit,
  takeBlueprintStep,
} from '@semai/store/blueprints/blueprint-edit.commands'
import type { Db } from '@semai/store/db/transaction'
import { saveEdit, startEdit, takeEditStep } from '@semai/store/innovations/innovation-edit.commands'
import { islandMedicine, islandMedicineLater } from './blueprint-scene.ts'
import { agencies, cast } from './cast.ts'

/** Whose innovation it is, unless somebody else is asked for. */
const ofSukamaju: { author: Actor; localAdmin: Actor; organisationId: string } = {
  author: cast.author,
  localAdmin: cast['local admin'],
  organisationId: agencies.healthOffice,
}

/** The innovation of the demonstration; invented, like the agency it belongs to. */
const antarObat: InnovationContent = {
  ...emptyContent,
  name: 'Antar Obat Pulau',
  summary: 'Obat rutin diantar ke pulau kecil dengan perahu nelayan yang memang berlayar ke sana.',
  problem:
    'Pasien penyakit menahun di pulau kecil harus menyeberang sehari penuh untuk mengambil obat. Ongkosnya setara upah ' +
    'tiga hari. Akibatnya 41 dari 100 pasien tidak mengambil obat bulan berikutnya, dan banyak yang berhenti berobat.',
  solution:
    'Perawat desa mendata pasien yang obatnya tetap. Apoteker puskesmas menyiapkan obat sebulan dalam paket bernama. ' +
    'Paket ikut perahu nelayan yang memang berlayar ke pulau itu; nelayan mendapat pengganti bahan bakar. Kader ' +
    'kesehatan di pulau menyerahkan obat, mengukur tekanan darah, dan menelepon perawat bila ada keluhan. Semuanya ' +
    'dicatat dalam aplikasi kecil yang bekerja tanpa sinyal.',
  users: 'Pasien penyakit menahun di pulau tanpa apotek',
  started: '2023-05',
  category: 'kesehatan',
  goals: [3],
  isDigital: false,
}

/**
 * An invented innovation is published by the cast, with two versions of its blueprint. Returns the last part of its
 * address. After `castAgencies` and `castPeople`, where the shipped data or at least the category of health is.
 */
export async function demonstrateBlueprint(
  db: Db,
  now: Date,
  { author, localAdmin, organisationId } = ofSukamaju,
): Promise<string> {
  const id = await startEdit(db, author, { organisationId, innovationId: null, now })
  await saveEdit(db, author, { id, revision: 0, content: antarObat, now })
  const { slug } = await takeEditStep(db, localAdmin, { id, step: 'publish', now })
  for (const content of [islandMedicine, islandMedicineLater]) {
    const id = await startBlueprintEdit(db, author, { slug: slug!, now })
    await saveBlueprint(db, author, { id, revision: 0, content, now })
    await takeBlueprintStep(db, localAdmin, { id, step: 'publish', now })
  }
  return slug!
}
