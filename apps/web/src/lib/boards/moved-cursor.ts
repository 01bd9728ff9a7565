import type { ReplicationCursor } from '@semai/store/replications/visible-replications'

/** Where a list ordered by last move goes on, as an opaque text for a link. */
export function toMovedCursor({ movedAt, id }: ReplicationCursor): string {
  return `${movedAt.getTime()}.${id}`
}

/** The place a link names; nothing for a text that is not a cursor, which starts the list again. */
export function fromMovedCursor(text: string | null): ReplicationCursor | undefined {
  const found = /^(\d{1,14})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? '')
  return found ? { movedAt: new Date(Number(found[1])), id: found[2]! } : undefined
}
