import type { Db } from '../db/transaction.ts'

/** The files that were attached to the answers of a locus, by question, the first attached first. One query. */
export function evidenceOf(db: Db, locusId: string) {
  return db
    .selectFrom('attachment as t')
    .innerJoin('file as f', 'f.id', 't.file_id')
    .innerJoin('file_content as c', 'c.sha256', 'f.content_sha256')
    .select((eb) => ['t.id', eb.ref('t.question').$notNull().as('question'), 'f.kind', 'f.name', 'c.bytes'])
    .where('t.locus_id', '=', locusId)
    .orderBy('t.attached_at')
    .orderBy('t.id')
    .limit(300)
    .execute()
}
export type Evidence = Awaited<ReturnType<typeof evidenceOf>>[number]

/** The questions that have a file. One query. */
export async function evidenced(db: Db, locusId: string): Promise<string[]> {
  const files = await evidenceOf(db, locusId)
  return files.map(({ question }) => question)
}
