import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import {
  blueprintRecord,
  fromBlueprintRecord,
  toBlueprintRecord,
} from '@semai/domain/exchange/blueprint-record'
import type { BlueprintRecord } from '@semai/domain/exchange/blueprint-record'
import { departures } from '@semai/domain/exchange/validation'
import { commandLineActor, publicActor } from '@semai/domain/people/actor'
import { importBlueprint } from '@semai/store/blueprints/blueprint-edit.commands'
import { blueprintPage } from '@semai/store/blueprints/blueprint.queries'
import { openReady } from '@semai/store/db/ready'
import type { Db } from '@semai/store/db/transaction'
import type { ExitCode } from './commands.ts'
import { progress } from './progress.ts'

type Given = ReturnType<typeof read>

const usages: Readonly<Record<string, string>> = {
  export: 'semai blueprint export CODE [--version N] [--out FILE]',
  import: 'semai blueprint import CODE FILE.json [--dry-run]',
  validate: 'semai blueprint validate FILE.json',
}

/** Blueprints as files: write a published version, read one into a working text, check one. */
export async function run([verb = '', ...argv]: string[]): Promise<ExitCode> {
  const usage = Object.hasOwn(usages, verb) ? usages[verb]! : null
  if (usage === null) {
    console.error(`Say what to do:\n${Object.values(usages).join('\n')}`)
    return 2
  }
  const given = read(argv)
  const [first, second] = given.positionals
  if (given.positionals.length !== (verb === 'import' ? 2 : 1)) {
    console.error(`Usage: ${usage}`)
    return 2
  }
  if (verb === 'validate') return validate(first!)
  return verb === 'export' ? exportOne(first!, given) : importOne(first!, second!, given)
}

function read(argv: string[]) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      version: { type: 'string' },
      out: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
  })
  return { ...values, positionals }
}

async function exportOne(code: string, { version, out }: Given): Promise<ExitCode> {
  if (version !== undefined && !/^[1-9]\d{0,5}$/.test(version)) {
    console.error(`--version takes the number of a version, such as 2; found "${version}".`)
    return 2
  }
  const asked = { code, version: version === undefined ? null : Number(version) }
  const { content, name, number, publishedAt } = await withDatabase((db) =>
    blueprintPage(db, publicActor, asked),
  )
  const head = { innovation: { code, name }, version: number, published_at: publishedAt.toISOString() }
  const text = `${JSON.stringify(toBlueprintRecord(content, head), null, 2)}\n`
  if (out === undefined) process.stdout.write(text)
  else await writeFile(out, text)
  return 0
}

async function importOne(code: string, file: string, given: Given): Promise<ExitCode> {
  const record = await recordIn(file)
  if (record === null) return 1
  const content = fromBlueprintRecord(record)
  const says = `${content.components.length} components`
  if (given['dry-run']) {
    console.log(`${file}: ${says} would become the working text of ${code}. Nothing was written.`)
    return 0
  }
  const now = new Date()
  const id = await withDatabase((db) => importBlueprint(db, commandLineActor, { code, content, now }))
  console.log(
    `${file}: ${says} are the working text of ${code} now, at /naskah/rancang-bangun/${id}. ` +
      'Its local administrator publishes it.',
  )
  return 0
}

async function validate(file: string): Promise<ExitCode> {
  const record = await recordIn(file)
  if (record === null) return 1
  console.log(`${file}: ${record.components.length} components follow the published format.`)
  return 0
}

/** The record in a file; null after each departure was told as a line on standard error. */
async function recordIn(file: string): Promise<BlueprintRecord | null> {
  const problems: string[] = []
  const given = await parsed(file, problems)
  if (problems.length === 0) {
    for (const { path, says } of departures(given, 'blueprint')) problems.push(`${path} ${says}`.trim())
  }
  for (const problem of problems) console.error(`${file}: ${problem}`)
  return problems.length === 0 ? blueprintRecord.parse(given) : null
}

async function parsed(file: string, problems: string[]): Promise<unknown> {
  const text = await readFile(file, 'utf8')
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown
  } catch (problem) {
    problems.push(`is not JSON: ${(problem as Error).message}`)
    return null
  }
}

async function withDatabase<Answer>(work: (db: Db) => Promise<Answer>): Promise<Answer> {
  const { db, close } = await openReady({ role: 'app' }, process.env, progress)
  try {
    return await work(db)
  } finally {
    await close()
  }
}
