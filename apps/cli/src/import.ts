import { parseArgs } from 'node:util'
import { happenings } from '@semai/domain/claims/claim'
import { problemText } from '@semai/domain/exchange/sheet'
import { openReady } from '@semai/store/db/ready'
import { importFile, importKinds } from '@semai/store/exchange/import'
import type { ImportReport, ImportRequest } from '@semai/store/exchange/import'
import type { ExitCode } from './commands.ts'
import { fileProblem } from './file-problem.ts'
import { progress } from './progress.ts'

const SHOWN = 50 // problems and conflicts printed; the rest is counted
const actor = { personId: null, label: 'command line' }
type Asked = Pick<ImportRequest, 'kind' | 'file' | 'dryRun'> & Pick<Required<ImportRequest>, 'defaults'>

/** Imports one file: all of it, or nothing with every problem listed by row and column. */
export async function run(argv: string[]): Promise<ExitCode> {
  const asked = read(argv)
  if (typeof asked === 'string') return (console.error(asked), 2)
  const { db, close } = await openReady(
    { role: 'app', applicationName: 'semai import' },
    process.env,
    progress,
  )
  try {
    const report = await importFile(db, { ...asked, actor, now: new Date(), progress })
    if (report.problems.length > 0) return (console.error(refusalText(report)), 1)
    console.log(reportText(report, asked.dryRun))
    return 0
  } catch (problem) {
    const says = fileProblem(problem, asked.file)
    if (says === null) throw problem
    console.error(says)
    return 1
  } finally {
    await close()
  }
}

/** What was asked for, or the sentence that says how to ask. */
function read(argv: string[]): Asked | string {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      innovation: { type: 'string' },
      happening: { type: 'string' },
      strength: { type: 'string' },
    },
  })
  const [kind, file, ...rest] = positionals
  if (!isOneOf(kind, importKinds)) return `Say what to import: ${importKinds.join(', ')}.`
  if (file === undefined || rest.length > 0) return 'Give one file, CSV or XLSX.'
  const { innovation, happening, strength } = values
  if (kind !== 'claims' && (innovation ?? happening ?? strength) !== undefined) {
    return '--innovation, --happening and --strength are for claims only.'
  }
  if (happening !== undefined && !isOneOf(happening, happenings)) {
    return `--happening must be one of ${happenings.join(', ')}.`
  }
  if (strength !== undefined && !isOneOf(strength, importable)) {
    return `--strength must be one of ${importable.join(', ')}.`
  }
  return { kind, file, dryRun: values['dry-run'], defaults: { innovation, happening, strength } }
}

const importable = ['reported', 'declared', 'confirmed'] as const

function isOneOf<Word extends string>(word: string | undefined, words: readonly Word[]): word is Word {
  return (words as readonly (string | undefined)[]).includes(word)
}

/** @example reportText(report, false) // '198 rows: 198 created, 0 updated, 0 unchanged.' */
function reportText({ rows, created, updated, unchanged, conflicts }: ImportReport, dryRun: boolean): string {
  const lines = [`${count(rows, 'row')}: ${created} created, ${updated} updated, ${unchanged} unchanged.`]
  if (dryRun) lines.unshift('Dry run: nothing was written. An import would end with')
  if (conflicts.length > 0) {
    lines.push(
      `${count(conflicts.length, 'fact')} with different values from different sources; all are kept:`,
    )
    const texts = conflicts.map(
      ({ row, subject, field, values }) => `row ${row}, ${subject}, ${field}: ${values.join(' | ')}`,
    )
    lines.push(...capped(texts))
  }
  return lines.join('\n')
}

function refusalText({ problems }: ImportReport): string {
  const heading = `${count(problems.length, 'problem')}; nothing was written.`
  return [heading, ...capped(problems.map(problemText))].join('\n')
}

function capped(lines: readonly string[]): string[] {
  const rest = lines.length - SHOWN
  return [...lines.slice(0, SHOWN).map((line) => `  ${line}`), ...(rest > 0 ? [`  and ${rest} more`] : [])]
}

function count(n: number, thing: string): string {
  return `${n} ${thing}${n === 1 ? '' : 's'}`
}
