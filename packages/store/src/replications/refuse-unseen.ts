import { changedMeanwhile } from './replication-record.ts'

/**
 * What somebody else saved since a page was opened is not overwritten unseen: whoever sends it again from the page as it is
 * now knows what is there. Call it with the record locked. `seenAt` null: from no page, such as a command line.
 * @throws Refusal conflict.
 */
export function refuseUnseen(savedAt: Date | null | undefined, seenAt: Date | null): void {
  if (savedAt && seenAt !== null && savedAt > seenAt) throw changedMeanwhile()
}
