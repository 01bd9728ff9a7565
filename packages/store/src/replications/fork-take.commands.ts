import type { Component } from '@semai/domain/blueprints/blueprint'
import { mostComponents } from '@semai/domain/blueprints/blueprint'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { isFork } from '@semai/domain/replications/fork'
import type { ForkContent, ForkOrigin } from '@semai/domain/replications/fork'
import { originUpdates, withUpdates } from '@semai/domain/replications/update-fork'
import { freshKey } from '../blueprints/fresh-key.ts'
import { writable } from '../blueprints/writable-text.ts'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { saveText } from '../writing/working-text.ts'
import { originVersion } from './origin-version.ts'

/** Origin, version and keys of components that a fork takes over besides those it began with. */
export type Taking = { slug: string; version: number; keys: readonly string[] }

/**
 * The text has these components of an origin version besides its own, each keeping where it came from. A text that began
 * with nothing now began with this version.
 * @throws Refusal not-found | forbidden | conflict when the text has too many parts; nothing is then written.
 */
export function takeComponents(
  db: Db,
  actor: Actor,
  { id, now, keys, ...from }: Taking & { id: string; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const standing = await writable(db, actor, id)
    const { content } = standing
    if (!isFork(content)) throw noFork()
    const origin = await originVersion(db, { replicationId: standing.replicationId!, ...from })
    const chosen = origin.components.filter(({ key }) => keys.includes(key))
    const taken = withComponents(content, origin.at, chosen)
    if (taken.components.length > mostComponents) throw tooMany()
    await saveText(db, actor, 'blueprint_edit', {
      standing,
      save: { id, revision: standing.revision, content: taken, now },
    })
    const detail = { blueprint: origin.at.blueprint, version: origin.at.version, components: chosen.length }
    await audit(db, actor, { what: 'blueprint_edit.take', subjectId: id, at: now, detail })
  })
}

function withComponents(content: ForkContent, at: ForkOrigin, chosen: readonly Component[]): ForkContent {
  const { components, fork } = content
  const known = fork.origins.findIndex((one) => one.blueprint === at.blueprint && one.version === at.version)
  const origins = known < 0 ? [...fork.origins, at] : fork.origins
  const origin = known < 0 ? fork.origins.length : known
  const here = new Set(components.map(({ key }) => key))
  const missing = origin === 0 ? chosen.filter(({ key }) => !here.has(key)) : chosen
  const fresh = missing.map((component) => {
    const key = here.has(component.key) ? freshKey(component.kind) : component.key
    return { component: { ...component, key }, source: { origin, key: component.key } }
  })
  const sources = Object.fromEntries(fresh.map(({ component, source }) => [component.key, source]))
  return {
    ...content,
    components: [...components, ...fresh.map(({ component }) => component)],
    fork: { ...fork, origins, sources: origin === 0 ? fork.sources : { ...fork.sources, ...sources } },
  }
}

/** Which parts of a newer origin version are taken into which text, and on which revision that was chosen. */
export type UpdateChoice = { id: string; version: number; keys: readonly string[]; revision: number }

/**
 * The text rests on the newest version of the origin it began with: the parts of these keys are taken, the others left as
 * they are here. It stays a working text.
 * @throws Refusal not-found | forbidden | conflict when the text or the origin moved on since; nothing is then written.
 */
export function takeUpdates(
  db: Db,
  actor: Actor,
  { id, version, keys, revision, now }: UpdateChoice & { now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const standing = await writable(db, actor, id)
    const { content, origins } = standing
    const base = isFork(content) ? content.fork.origins[0] : undefined
    if (!isFork(content) || !base) throw noFork()
    const newest = await newestVersion(db, base.blueprint)
    if (newest.number !== version || standing.revision !== revision) throw movedOn()
    const updates = originUpdates(origins[0]!, newest.content.components, content.components)
    const taken = updates.flatMap(({ change }) => (keys.includes(change.key) ? [change.key] : []))
    const [, ...others] = content.fork.origins
    const updated: ForkContent = {
      ...content,
      components: withUpdates(content.components, updates, new Set(taken)),
      fork: { ...content.fork, origins: [{ ...base, version }, ...others] },
    }
    await saveText(db, actor, 'blueprint_edit', { standing, save: { id, revision, content: updated, now } })
    const detail = {
      blueprint: base.blueprint,
      version,
      taken: taken.length,
      left: updates.length - taken.length,
    }
    await audit(db, actor, { what: 'blueprint_edit.update', subjectId: id, at: now, detail })
  })
}

async function newestVersion(db: Tx, blueprintId: string) {
  return db
    .selectFrom('blueprint as b')
    .innerJoin('blueprint_version as v', (join) =>
      join.onRef('v.blueprint_id', '=', 'b.id').onRef('v.number', '=', 'b.version'),
    )
    .select(['v.number', 'v.content'])
    .where('b.id', '=', blueprintId)
    .executeTakeFirstOrThrow()
}

const noFork = () =>
  new Refusal('conflict', {
    id: 'Naskah ini tidak berangkat dari rancang bangun lain.',
    en: 'This text did not begin with another blueprint.',
  })
const tooMany = () =>
  new Refusal('conflict', {
    id: `Paling banyak ${mostComponents} komponen. Hapus sebagian dulu, atau ambil lebih sedikit.`,
    en: `At most ${mostComponents} components. Remove some first, or take fewer.`,
  })
const movedOn = () =>
  new Refusal('conflict', {
    id: 'Naskah atau rancang bangun asal berubah sejak halaman ini dibuka. Lihat lagi perbedaannya, lalu pilih.',
    en: 'The text or the origin changed since this page was opened. Look at the difference again, then choose.',
  })
