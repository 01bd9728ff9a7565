import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const ownBusiness = new Set(['schema_migration'])

/** Tables that the glossary does not name: a term without an entry is not used in code. */
export function termsMissing(root: string): string[] {
  const tables = readFileSync(join(root, 'docs/generated/tables.md'), 'utf8').matchAll(/^## (\S+)$/gm)
  const glossary = readFileSync(join(root, 'docs/glossary.md'), 'utf8')
  return [...tables]
    .map(([, table = '']) => table)
    .filter((table) => !ownBusiness.has(table) && !glossary.includes(`\`${table}\``))
    .map((table) => `docs/glossary.md: has no line for the table ${table}.`)
}
