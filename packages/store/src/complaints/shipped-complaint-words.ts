import { complaintWordKinds, complaintWords } from '@semai/domain/complaints/complaint-words'
import type { ComplaintWordKind, ComplaintWords } from '@semai/domain/complaints/complaint-words'
import { languageRows, listed } from '../search/language-files.ts'
import { shippedWords } from '../search/shipped-words.ts'

let read: ComplaintWords | undefined

/** The words of data/complaints with those of search; read once. */
export function shippedComplaintWords(): ComplaintWords {
  read ??= complaintWords(shippedWords(), listedWords())
  return read
}

function listedWords(): Record<ComplaintWordKind, string[]> {
  const rows = new Map(languageRows('complaints/words.csv').map((row) => [row['kind'], row['words'] ?? '']))
  return Object.fromEntries(complaintWordKinds.map((kind) => [kind, listed(rows.get(kind) ?? '')])) as Record<
    ComplaintWordKind,
    string[]
  >
}
