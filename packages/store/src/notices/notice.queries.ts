import { isNoticeKind } from '@semai/domain/notices/notice-kinds'
import { noticeWords } from '@semai/domain/notices/notice-words'
import type { AnyNotice } from '@semai/domain/notices/notice-words'
import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'

/** Every read of an inbox starts here: nobody but the person sees it. */
export function visibleNotices(db: Db, { personId }: Pick<Actor, 'personId'>) {
  return db.selectFrom('notice as n').where('n.person_id', '=', personId).where('n.in_app', '=', true)
}

/** Where a page of the inbox begins: after the notice of this moment and id. */
export type NoticeCursor = { at: Date; id: string }

/** A page of the inbox, newest first, by keyset, with what each notice says. One query. */
export async function inbox(
  db: Db,
  actor: Actor,
  { after, limit = 20 }: { after?: NoticeCursor | undefined; limit?: number } = {},
) {
  const rows = await visibleNotices(db, actor)
    .select(['n.id', 'n.kind', 'n.detail', 'n.created_at as at', 'n.read_at as readAt'])
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('n.created_at', 'n.id'), '<', eb.tuple(after!.at, after!.id))),
    )
    .orderBy('n.created_at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1]! : null
  return {
    rows: rows.slice(0, limit).flatMap(({ id, kind, detail, at, readAt }) =>
      // a kind that this version no longer knows says nothing
      isNoticeKind(kind)
        ? [{ id, at, isRead: readAt !== null, ...noticeWords({ kind, detail } as AnyNotice) }]
        : [],
    ),
    next: last && { at: last.at, id: last.id },
  }
}
