import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { csvRows, differentRows } from './csv-rows.ts'

/**
 * How one number of a case is compared: where it stands in the answer, where in the expectation, how near. The expectation
 * is a path in expected.json, or FILE.csv#COLUMN; `list.*.name` of an answer is that name of every entry.
 */
type Value = { expected: string; answer: string; relative?: number; absolute?: number }
/** One command line of `semai analyse` (files relative to the case), and what its JSON answer is compared with. */
type Line = { argv: string[]; values: Value[]; rows?: SameRows[] }
/** Rows of a CSV file and of a list in the answer, the same under `keys`; those equal in `tie` may be other ones. */
type SameRows = { expected: string; answer: string; keys: string[]; tie: string; relative: number }
type CaseMap = { lines: Line[] }

/** What a case gave: how many numbers were compared, and a sentence for each that is off. */
export type CaseResult = { name: string; compared: number; off: string[] }

const cli = join(import.meta.dirname, '../../apps/cli/src/main.ts')
const maps = join(import.meta.dirname, '../../packages/analytics/cases')

/** Runs every line of the case's map on the files of `folder`. Null when the folder has no expectation. */
export async function runCase(name: string, folder: string): Promise<CaseResult | null> {
  if (!existsSync(join(folder, 'expected.json'))) return null
  const map = JSON.parse(readFileSync(join(maps, name, 'map.json'), 'utf8')) as CaseMap
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as unknown
  const off: string[] = []
  let compared = 0
  for (const { argv, values, rows = [] } of map.lines) {
    const answer = await analyse(argv, folder)
    for (const same of rows) {
      const wanted = csvRows(join(folder, same.expected))
      compared += wanted.length
      const found = at(answer, same.answer) as Record<string, unknown>[]
      off.push(...differentRows(wanted, found, same).map((says) => `${name}: ${argv.join(' ')}: ${says}`))
    }
    for (const value of values) {
      const wanted = numbersIn(wantedOf(value.expected, expected, folder))
      const found = numbersIn(at(answer, value.answer))
      compared += wanted.length
      off.push(...differences(value, wanted, found).map((says) => `${name}: ${argv.join(' ')}: ${says}`))
    }
  }
  return { name, compared, off }
}

async function analyse(argv: string[], folder: string): Promise<unknown> {
  const args = ['--disable-warning=ExperimentalWarning', cli, 'analyse', ...argv]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 28 })
  return JSON.parse(stdout) as unknown
}

function wantedOf(path: string, expected: unknown, folder: string): unknown {
  const [file, column] = path.split('.csv#')
  return column === undefined
    ? at(expected, path)
    : csvRows(join(folder, `${file}.csv`)).map((row) => Number(row[column]))
}

/** The value at a dotted path; a backslash keeps a dot that belongs to a name, and * stands for every entry of a list. */
function at(value: unknown, path: string): unknown {
  const names = path.split(/(?<!\\)\./).map((name) => name.replaceAll('\\.', '.'))
  return within(value, names)
}

function within(value: unknown, [name, ...rest]: string[]): unknown {
  if (name === undefined) return value
  if (name === '*') return (value as unknown[]).map((one) => within(one, rest))
  return within((value as Record<string, unknown> | null | undefined)?.[name], rest)
}

/** Numbers of a value in order; objects by the order of their sorted keys, so that both sides line up. */
function numbersIn(value: unknown): (number | string | boolean | null | undefined)[] {
  if (Array.isArray(value)) return value.flatMap(numbersIn)
  if (value !== null && typeof value === 'object') {
    return Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, inner]) => numbersIn(inner))
  }
  return [value as number]
}

function differences(value: Value, wanted: unknown[], found: unknown[]): string[] {
  if (wanted.length !== found.length || wanted.includes(undefined)) {
    return [`${value.expected} has ${wanted.length} values, ${value.answer} has ${found.length}`]
  }
  return wanted.flatMap((one, i) =>
    near(one, found[i], value)
      ? []
      : [`${value.expected}[${i}]: wanted ${String(one)}, found ${String(found[i])}`],
  )
}

function near(wanted: unknown, found: unknown, { relative = 0, absolute = 0 }: Value): boolean {
  if (typeof wanted !== 'number' || typeof found !== 'number') return wanted === found
  return Math.abs(found - wanted) <= Math.max(absolute, relative * Math.abs(wanted))
}
