import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { flatFormatOf, flatSheets } from '@semai/domain/exchange/flat-sheet'
import { problemText, readRows } from '@semai/domain/exchange/sheet'
import { departures, formatOf, recordsIn } from '@semai/domain/exchange/validation'
import { readSheetFile } from '@semai/store/exchange/read-sheet'
import type { ExitCode } from './commands.ts'

/** Sentences about one file, and how many records it holds. */
type Finding = { records: number; problems: AsyncIterable<string> | Iterable<string> }

/** Problems told at most; a file with more is best mended from the top. */
const told = 200

/**
 * Checks a file against the published formats: JSON, one record a line, or the columns of our own CSV and XLSX files.
 * 0: it follows the format; 1: it does not, each departure a line; 2: wrong usage.
 */
export async function run(argv: string[]): Promise<ExitCode> {
  const { positionals } = parseArgs({ args: argv, allowPositionals: true, options: {} })
  const [file, ...more] = positionals
  const check = checks.find(({ ends }) => ends.some((end) => file?.toLowerCase().endsWith(end)))
  if (file === undefined || more.length > 0 || !check) {
    console.error('Name one file that ends in .json, .jsonl, .csv or .xlsx: semai validate FILE')
    return 2
  }
  const finding: Finding = await check.read(file)
  let problems = 0
  for await (const problem of finding.problems) {
    problems += 1
    if (problems <= told) console.error(`${file}: ${problem}`)
  }
  if (problems > told) console.error(`${file}: and ${problems - told} more`)
  if (problems === 0) console.log(`${file}: ${finding.records} records follow the published format.`)
  return problems === 0 ? 0 : 1
}

const checks = [
  { ends: ['.jsonl', '.ndjson'], read: jsonLines },
  { ends: ['.json'], read: jsonFile },
  { ends: ['.csv', '.xlsx'], read: sheetFile },
]

async function jsonFile(file: string): Promise<Finding> {
  const read = parsed(await readFile(file, 'utf8'))
  if ('problem' in read) return { records: 0, problems: [read.problem] }
  const records = recordsIn(read.value)
  return {
    records: records.length,
    problems: records.flatMap(({ path, record }) => problemsOf(record, path)),
  }
}

async function jsonLines(file: string): Promise<Finding> {
  const finding: Finding = { records: 0, problems: [] }
  finding.problems = (async function* () {
    let number = 0
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      number += 1
      if (line.trim() === '') continue
      finding.records += 1
      const read = parsed(line)
      if ('problem' in read) yield `line ${number}: ${read.problem}`
      else yield* problemsOf(read.value, `line ${number}`)
    }
  })()
  return finding
}

async function sheetFile(file: string): Promise<Finding> {
  const { sheet, problem } = await readSheetFile(file)
  if (!sheet) return { records: 0, problems: [problemText(problem)] }
  const format = flatFormatOf(sheet.header)
  if (!format) {
    const says = 'has neither the columns of innovations (origin, …) nor those of claims (happening, …)'
    return { records: 0, problems: [problemText({ row: 1, column: null, says })] }
  }
  const { rows, problems } = readRows(sheet, flatSheets[format])
  return { records: rows.length, problems: problems.map(problemText) }
}

function problemsOf(record: unknown, path: string): string[] {
  const format = formatOf(record)
  const at = path === '' ? '' : `${path}: `
  if (!format)
    return [
      `${at}is neither an innovation (parties, …), a claim (happening, …) nor a blueprint (components, …)`,
    ]
  return departures(record, format).map((found) => `${at}${found.path} ${found.says}`)
}

function parsed(text: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, '')) as unknown }
  } catch (problem) {
    return { problem: `is not JSON: ${(problem as Error).message}` }
  }
}
