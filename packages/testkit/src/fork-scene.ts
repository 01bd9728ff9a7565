import type { BlueprintContent, Component } from '@semai/domain/blueprints/blueprint'
import type { BlueprintStep } from '@semai/domain/blueprints/blueprint-edit.lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { noFacts } from '@semai/domain/replications/fork-change'
import type { ChangeFacts } from '@semai/domain/replications/fork-change'
import { startForm } from '@semai/domain/replications/replication.form'
import {
  saveBlueprint,
  startBlueprintEdit,
  takeBlueprintStep,
} from '@semai/store/blueprints/blueprint-edit.commands'
import { blueprintEditPage } from '@semai/store/blueprints/blueprint-edit.queries'
import type { Db } from '@semai/store/db/transaction'
import { forkPage } from '@semai/store/replications/fork.queries'
import { startReplication } from '@semai/store/replications/replication-start.commands'
import { agencies, cast } from './cast.ts'
import type { CastName } from './cast.ts'
import { anInnovation, now } from './scene.ts'

/** All eight facts of a change, as somebody might tell them. */
export const toldFacts: ChangeFacts = {
  when: 'preparation',
  planned: 'planned',
  decided_by: 'team',
  what: 'content',
  level: 'unit',
  nature: 'tailored',
  core: 'consistent',
  why: 'geography',
  words: null,
}

/** Changes the title of the component with this key. */
export const changed = (key: string) => (component: Component) =>
  component.key === key ? { ...component, title: `${component.title} kami` } : component

type Said = { all?: ChangeFacts; facts?: Record<string, ChangeFacts>; reason?: string | null }

/** A replication by the cast of an innovation of another agency, and what its people do with its blueprint. */
export async function forkScene(db: Db, owner: Db) {
  const { author, 'author elsewhere': originAuthor, 'local admin elsewhere': originAdmin } = cast
  const { id: innovationId } = await anInnovation(owner, {
    code: 'INV-7001',
    organisation_id: agencies.otherOffice,
  })
  const code = await startReplication(db, author, {
    innovationId,
    said: startForm.parse({ organisation: agencies.healthOffice, route: 'letter', form: 'adoption' }),
    now,
    updateMonth: 3,
  })
  const step = (id: string, step: BlueprintStep, actor: Actor, reason?: string) =>
    takeBlueprintStep(db, actor, { id, step, reason, now })
  const text = (id: string, actor: Actor = author) => blueprintEditPage(db, actor, { id, now })
  return {
    code,
    step,
    text,
    page: (actor: Actor = cast.public, version: number | null = null) =>
      forkPage(db, actor, { code, version, now }),
    /** The origin publishes a version of the blueprint of one of its innovations. */
    async originPublishes(content: BlueprintContent, slug = 'inv-7001'): Promise<void> {
      const id = await startBlueprintEdit(db, originAuthor, { slug, now })
      const { revision } = await text(id, originAuthor)
      await saveBlueprint(db, originAuthor, { id, revision, content, now })
      await step(id, 'publish', originAdmin)
    },
    /** The adopter's text with other components, saved on its newest revision. */
    async write(id: string, components: Component[], said: Said = {}) {
      const { revision } = await text(id)
      const told = { all: noFacts, facts: {}, reason: null, ...said }
      return saveBlueprint(db, author, {
        id,
        revision,
        content: { note: 'Versi kami.', components },
        told,
        now,
      })
    },
    /** What somebody was told about blueprints, in order. */
    async told(name: CastName) {
      const rows = await owner
        .selectFrom('notice')
        .select('kind')
        .where('person_id', '=', cast[name].personId)
        .where('kind', '!=', 'replication_interest')
        .orderBy('id')
        .execute()
      return rows.map(({ kind }) => kind)
    },
  }
}
