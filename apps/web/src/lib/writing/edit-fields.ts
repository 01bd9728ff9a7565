import { innovationContent } from '@semai/domain/innovations/innovation-content.form'
import type { InnovationContent } from '@semai/domain/innovations/innovation-content.form'
import { Refusal } from '@semai/domain/refusal'
import { formFaults } from '@semai/domain/text/form-faults'

/** Rows of figures a page offers without scripts. */
export const resultRows = 2
const resultFields = ['indicator', 'before', 'after', 'unit', 'source'] as const

/**
 * What an editor's form holds, as content: the same for a button without scripts and for a save in the background.
 * Rows of figures that are empty are left out.
 * @throws Refusal invalid, naming the fields that do not fit.
 */
export function contentOfForm(form: FormData | URLSearchParams): InnovationContent {
  const text = (name: string) => String(form.get(name) ?? '')
  const results = Array.from({ length: 20 }, (_, row) =>
    Object.fromEntries(resultFields.map((field) => [field, text(`results.${row}.${field}`)])),
  ).filter((row) => Object.values(row).some((cell) => cell.trim() !== ''))
  const digital = text('isDigital')
  return parsed({
    name: text('name'),
    expansion: text('expansion'),
    summary: text('summary'),
    started: text('started'),
    category: text('category') || null,
    trigger: text('trigger') || null,
    goals: form.getAll('goals').map(Number),
    isDigital: digital === '' ? null : digital === 'yes',
    problem: text('problem'),
    solution: text('solution'),
    users: text('users'),
    inclusion: text('inclusion'),
    results,
    resultsText: text('resultsText'),
    legalBasis: text('legalBasis'),
    cost: text('cost'),
    costNote: text('costNote'),
    staff: text('staff'),
    links: text('links'),
  })
}

/**
 * Content that came as JSON.
 * @throws Refusal invalid, naming the fields that do not fit.
 */
export function parsed(given: unknown): InnovationContent {
  const result = innovationContent.safeParse(withoutNul(given))
  if (result.success) return result.data
  const says = { id: 'Ada isian yang tidak dapat disimpan.', en: 'Something typed cannot be stored.' }
  throw new Refusal('invalid', says, formFaults(result.error))
}

/** A pasted NUL is no text and the database refuses it: it is left out, and the rest is kept. */
function withoutNul(given: unknown): unknown {
  return JSON.parse(JSON.stringify(given), (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '') : value,
  )
}
