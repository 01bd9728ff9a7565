import { contentSections } from '@semai/domain/innovations/innovation-content.form'
import type { InnovationContent } from '@semai/domain/innovations/innovation-content.form'
import { wordDifference } from '@semai/domain/text/word-difference'
import type { Change } from '@semai/domain/text/word-difference'

/** A field that differs, with what was put in and taken out, and both sides whole. */
export type ChangedField = {
  field: keyof InnovationContent
  changes: Change[]
  before: string
  after: string
}

/** The fields in which two texts differ, in the order of the editor. */
export function changedFields(before: InnovationContent, after: InnovationContent): ChangedField[] {
  return Object.values(contentSections)
    .flat()
    .flatMap((field): ChangedField[] => {
      const [old, fresh] = [inWords(before[field]), inWords(after[field])]
      return old === fresh ? [] : [{ field, changes: wordDifference(old, fresh), before: old, after: fresh }]
    })
}

function inWords(value: InnovationContent[keyof InnovationContent]): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? '✓' : '✗'
  return value
    .map((one) =>
      typeof one === 'number'
        ? String(one)
        : `${one.indicator}: ${one.before} → ${one.after} ${one.unit} (${one.source})`,
    )
    .join('\n')
}
