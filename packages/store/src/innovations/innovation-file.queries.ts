import type { FileKind } from '@semai/domain/files/file-kind'
import { missingToShow } from '@semai/domain/innovations/innovation-file.form'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'
import { variantsOf } from '../files/file-variants.ts'
import { openUploadsFor } from '../files/open-uploads.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { visibleEdits } from './innovation-edit.queries.ts'
import { visibleInnovations } from './visible.ts'

/** Every read of files of innovations starts here, as rows `a` with their file `f` and the order of a page. */
function describedFiles(db: Db) {
  return db
    .selectFrom('innovation_file as a')
    .innerJoin('file as f', 'f.id', 'a.file_id')
    .innerJoin('file_content as c', 'c.sha256', 'f.content_sha256')
    .select([
      'a.id',
      'a.file_id as fileId',
      'a.position',
      'a.is_picture as isPicture',
      'a.purpose',
      'a.proves',
    ])
    .select(['a.title', 'a.alt_id as altId', 'a.alt_en as altEn', 'a.caption', 'a.credit', 'a.licence'])
    .select(['a.people', 'a.is_public as isPublic', 'f.kind', 'f.name', 'f.width', 'f.height', 'c.bytes'])
    .select(variantsOf(db).as('variants'))
    .orderBy('a.position')
    .orderBy('a.id')
}
export type DescribedFile = Awaited<ReturnType<typeof filesOfEdit>>[number]

/** Files of a working text in their order, with what keeps each from being shown. One query. */
export async function filesOfEdit(db: Db, actor: Actor, editId: string) {
  const rows = await describedFiles(db)
    .where('a.edit_id', '=', editId)
    .where(({ exists }) =>
      exists(
        visibleEdits(db, actor)
          .select('e.id')
          .where(sql<boolean>`e.id = a.edit_id`),
      ),
    )
    .execute()
  return rows.map((row) => ({ ...row, missing: missingToShow(row, row.isPicture) }))
}

/**
 * Files of a published innovation that its page shows to this actor: the public ones, and the others to those who may
 * look at its evidence. One query.
 */
export function filesOfInnovation(db: Db, actor: Actor, innovationId: string) {
  return describedFiles(db)
    .where('a.innovation_id', '=', innovationId)
    .where(({ exists }) =>
      exists(
        visibleInnovations(db, actor)
          .select('i.id')
          .where(sql<boolean>`i.id = a.innovation_id`)
          .where(sql<boolean>`(a.is_public or ${seesEvidence(actor)})`),
      ),
    )
    .limit(500)
    .execute()
}

/**
 * Whether evidence of innovation `i` may be seen: by the people of its institution, by its inspectorate, and by the hub
 * in charge.
 */
function seesEvidence(actor: Actor): RawBuilder<boolean> {
  const own = scopeIds(actor, 'author', 'local_admin', 'head', 'inspectorate')
  const hubs = actor.grants.filter(({ role }) => role === 'hub')
  const provinces = hubs.flatMap(({ provinceCode }) => (provinceCode === null ? [] : [provinceCode]))
  const trees = hubs.flatMap(({ provinceCode, organisationId }) =>
    provinceCode === null && organisationId !== null ? [organisationId] : [],
  )
  return sql<boolean>`(${isWithin('i.organisation_id', [...own, ...trees])} or i.province_code = any(${provinces}::text[]))`
}

/** Which bytes of a file are asked for: what it is, or a size of a picture. */
export type Rendition = { width: number; format: 'webp' | 'jpeg' } | 'whole'

/**
 * The bytes of a file that this actor may see, through anything it belongs to. One query.
 * @throws Refusal not-found, also when there is such a file and this person may not see it.
 */
export async function visibleFile(
  db: Db,
  actor: Actor,
  { fileId, rendition }: { fileId: string; rendition: Rendition },
): Promise<{ sha256: string; bytes: number; kind: FileKind; name: string; isPublic: boolean }> {
  if (!isUuid(fileId)) throw noSuchFile()
  const published = () =>
    visibleInnovations(db, actor)
      .innerJoin('innovation_file as a', 'a.innovation_id', 'i.id')
      .select('a.id')
      .where(sql<boolean>`a.file_id = f.id`)
  const isPublic = sql<boolean>`(exists (${published().where('a.is_public', '=', true)})
    or exists (select 1 from agency_management m where m.decree_file_id = f.id))`
  const row = await db
    .selectFrom('file as f')
    .$if(rendition === 'whole', (query) =>
      query.innerJoin('file_content as c', 'c.sha256', 'f.content_sha256'),
    )
    .$if(rendition !== 'whole', (query) =>
      query.innerJoin('file_content as c', 'c.sha256', variantSum(rendition)),
    )
    .select(['f.kind', 'f.name', isPublic.as('isPublic')])
    .select([sql<string>`c.sha256`.as('sha256'), sql<number>`c.bytes`.as('bytes')])
    .where('f.id', '=', fileId)
    .where((eb) =>
      eb.or([
        isPublic,
        eb.exists(published().where(seesEvidence(actor))),
        eb.exists(
          visibleEdits(db, actor)
            .innerJoin('innovation_file as a', 'a.edit_id', 'e.id')
            .select('a.id')
            .where(sql<boolean>`a.file_id = f.id`),
        ),
      ]),
    )
    .executeTakeFirst()
  if (!row) throw noSuchFile()
  return row
}

/** The hash of a size of file `f`. */
function variantSum(rendition: Rendition) {
  const { width, format } = rendition === 'whole' ? { width: 0, format: 'webp' } : rendition
  return sql<string>`(select v.content_sha256 from file_variant v
    where v.file_id = f.id and v.width = ${width} and v.format = ${format})` as never
}

/** Uploads of the actor to this text that can still be continued, oldest first. One query. */
export function openUploadsOf(db: Db, actor: Actor, { editId, now }: { editId: string; now: Date }) {
  return openUploadsFor(db, actor, { column: 'edit_id', id: editId, now })
}

export function noSuchFile(): Refusal {
  return new Refusal('not-found', {
    id: 'Berkas ini tidak ada, atau tidak dibuka untuk Anda.',
    en: 'There is no such file, or it is not open to you.',
  })
}
