import type { Component } from '@semai/domain/blueprints/blueprint'
import { noFacts } from '@semai/domain/replications/fork-change'
import type { ChangeFacts } from '@semai/domain/replications/fork-change'
import { startForm } from '@semai/domain/replications/replication.form'
import { saveBlueprint, takeBlueprintStep } from '@semai/store/blueprints/blueprint-edit.commands'
import type { Db } from '@semai/store/db/transaction'
import { confirmForm } from '@semai/store/replications/form-confirm.commands'
import { startFork } from '@semai/store/replications/fork.commands'
import { startReplication } from '@semai/store/replications/replication-start.commands'
import { aComponent, islandMedicine } from './blueprint-scene.ts'
import { agencies, cast } from './cast.ts'

const planned: ChangeFacts = {
  ...noFacts,
  when: 'preparation',
  planned: 'planned',
  decided_by: 'team',
  level: 'unit',
  what: 'implementation',
  core: 'consistent',
}

/** What the invented replica made of the invented origin: a step of the core, the box and the local staff are others. */
function ofTheBay(): Component[] {
  const changed: Record<string, Record<string, string>> = {
    antar: {
      title: 'Mengantar dengan sepeda motor dan perahu',
      description:
        'Paket naik sepeda motor sampai tanjung, lalu perahu warga ke tiga kampung di seberang teluk.',
      actor: 'Kurir desa dan nelayan mitra',
    },
    kader: { title: 'Kader kesehatan kampung', people: '9' },
  }
  const parts = islandMedicine.components
    .filter(({ key }) => key !== 'kotak')
    .map((component) => ({ ...component, ...changed[component.key] }) as Component)
  const bag = aComponent('equipment', 'equipment-teluk7x2', {
    standing: 'supporting',
    title: 'Tas tahan air untuk sepeda motor',
    pieces: '9',
  })
  return [...parts, bag]
}

/**
 * An invented replica of the demonstration's innovation has published its blueprint, a fork of version 1, of which there is
 * a version 2 by now. After `demonstrateBlueprint` and with the whole cast.
 * @returns its code.
 */
export async function demonstrateFork(db: Db, slug: string, now: Date): Promise<string> {
  const { 'author elsewhere': author, 'local admin elsewhere': admin, hub } = cast
  const { id: innovationId } = await db
    .selectFrom('innovation')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  const said = startForm.parse({
    organisation: agencies.otherOffice,
    route: 'letter',
    localName: 'Obat Teluk Tirtasari',
    form: 'adaptation',
  })
  const code = await startReplication(db, author, { innovationId, said, now, updateMonth: 3 })
  const id = await startFork(db, author, { code, from: { slug, version: 1 }, now })
  const content = { note: 'Versi pertama kami, untuk kampung di seberang teluk.', components: ofTheBay() }
  const told = {
    all: planned,
    facts: {
      antar: {
        ...noFacts,
        what: 'content',
        nature: 'tailored',
        why: 'geography',
        words: 'Tidak ada perahu yang berlayar tetap.',
      },
      kader: { ...noFacts, nature: 'tailored', why: 'users' },
      kotak: { ...noFacts, nature: 'replaced', why: 'budget' },
      'equipment-teluk7x2': { ...noFacts, nature: 'replaced', why: 'budget' },
    } satisfies Record<string, ChangeFacts>,
    reason:
      'Langkah antarnya lain kendaraan, tetapi janji layanannya sama: obat tiba sebelum yang lama habis.',
  }
  await saveBlueprint(db, author, { id, revision: 0, content, told, now })
  await takeBlueprintStep(db, admin, { id, step: 'publish', now })
  await confirmForm(db, hub, { code, form: 'adaptation', now })
  return code
}
