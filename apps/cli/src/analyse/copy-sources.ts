import type { CopySource } from '@semai/analytics/similarity/copy-collection'
import { Refusal } from '@semai/domain/refusal'
import { fullColumn, textColumn } from './table.ts'
import type { Table } from './table.ts'

/** What a collection is read from: its parts, and the columns of innovations.csv that hold them. */
export const sourceColumns = {
  id: 'id',
  name: 'name',
  expansion: 'acronym_expansion',
  does: 'summary_id',
  problem: 'problem_id',
  institution: 'institution',
  region: 'region_name',
}

type Part = keyof typeof sourceColumns

/**
 * Parts of a collection under other column names: `name=title,does=summary`.
 * @throws Refusal for what is not such a list.
 */
export function columnsOption(text: string | undefined): { columns: Record<Part, string>; given: Set<Part> } {
  const columns = { ...sourceColumns }
  const given = new Set<Part>()
  for (const entry of text?.split(',') ?? []) {
    const [part = '', column = ''] = entry.split('=').map((side) => side.trim())
    if (!Object.hasOwn(sourceColumns, part) || column === '') {
      const parts = Object.keys(sourceColumns).join(', ')
      throw new Refusal('invalid', `--columns takes PART=COLUMN,… with the parts ${parts}; found "${entry}".`)
    }
    columns[part as Part] = column
    given.add(part as Part)
  }
  return { columns, given }
}

/**
 * The things that may have been copied. Only what they do and their id must be there; other columns may be missing
 * unless they were asked for. Rows that do not say what they do are left out.
 * @throws Refusal naming a missing column or an empty id.
 */
export function copySources(table: Table, columnsText: string | undefined): CopySource[] {
  const { columns, given } = columnsOption(columnsText)
  const column = (part: Part): string[] =>
    given.has(part) || table.header.includes(columns[part])
      ? textColumn(table, columns[part])
      : table.rows.map(() => '')
  const ids = fullColumn(table, columns.id)
  const does = textColumn(table, columns.does)
  const [name, expansion, problem] = [column('name'), column('expansion'), column('problem')]
  const [institution, region] = [column('institution'), column('region')]
  return ids.flatMap((id, i): CopySource[] =>
    does[i]!.trim() === ''
      ? []
      : [
          {
            id,
            does: does[i]!,
            problem: problem[i]!,
            alsoSays: `${name[i]}. ${expansion[i]}`,
            names: namesOf(name[i]!),
            places: placesOf(institution[i]!, region[i]!),
          },
        ],
  )
}

/** `Laskar Sakinah / Banyuwangi Tanggap Stunting`, `BATIK (Badung Anti Kantong Plastik)`: each name by itself. */
function namesOf(name: string): string[] {
  const bare = name.replaceAll(/\s*\([^)]*\)\s*/g, ' ').trim()
  const inBrackets = [...name.matchAll(/\(([^)]*)\)/g)].map(([, inner = '']) => inner)
  return [bare, ...bare.split(/\s*[/–]\s*|\s-\s/), ...inBrackets].filter((one) => one.length > 2)
}

/** `Puskesmas Janti, Kota Malang` and `Kota Malang`: the institution, its parts, and the bare name of the region. */
function placesOf(institution: string, region: string): string[] {
  const bare = region.replace(/^(Kabupaten|Kota|Provinsi)\s+/, '')
  return [institution, ...institution.split(', '), region, bare].filter((one) => one.length > 3)
}
