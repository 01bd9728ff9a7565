import { administrator, anyOf, secretariat } from '../people/access.ts'
import type { Says } from '../text/says.ts'

/** One entry of the closed list of reasons; a retired one is read where it was chosen, and chosen no more. */
export type Reason = { code: string; label: Says; isRetired: boolean }

/** Who edits the list: the ministry's administrator. */
export const editsReasons = anyOf<unknown>(secretariat, administrator)

/** What the product ships, in its order; a new database has these. */
export const shippedReasons: readonly Reason[] = (
  [
    ['leader_changed', 'pimpinan berganti', 'the leader changed'],
    ['innovator_moved', 'inovator mutasi', 'the innovator was moved'],
    ['budget', 'anggaran', 'budget'],
    ['regulation', 'regulasi', 'regulation'],
    ['staff', 'tenaga', 'staff'],
    ['infrastructure', 'sarana dan jaringan', 'infrastructure'],
    ['vendor', 'penyedia', 'supplier'],
    ['need_ended', 'kebutuhannya sudah tidak ada', 'the need ended'],
    ['merged', 'digabung', 'merged into another'],
    ['other', 'lainnya', 'other'],
  ] as const
).map(([code, id, en]) => ({ code, label: { id, en }, isRetired: false }))

/**
 * The code of a new entry, from its English words; numbered where that is taken.
 * @example reasonCode('The donor left', new Set(['the_donor_left'])) // 'the_donor_left_2'
 */
export function reasonCode(english: string, taken: ReadonlySet<string>): string {
  const words = english
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
  const plain = (words.length < 2 ? `reason_${words}` : words).slice(0, 34).replace(/_+$/, '')
  let code = plain
  for (let n = 2; taken.has(code); n++) code = `${plain}_${n}`
  return code
}
