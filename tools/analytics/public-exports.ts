import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

export const sourceFolder = 'packages/analytics/src'

/** One name of `packages/analytics/src/index.ts`, with the declaration behind it. */
export type PublicExport = {
  name: string
  /** As declared, where the index publishes it by another name. */
  own: string
  /** The module below `src`, without ending: `survival/cox`. */
  module: string
  /** The heading it stands under. */
  group: string
  kind: 'function' | 'value' | 'type'
  /** Its declaration without a body, as written. */
  signature: string
  /** Its docstring, without stars. Empty for types whose members say everything. */
  doc: string
}

/**
 * Everything the index publishes, in its order. Read from the source alone: a name whose module does not declare it is
 * an Error, as is an export the index does not list by name.
 */
export function publicExports(root: string): PublicExport[] {
  const index = parsed(join(root, sourceFolder, 'index.ts'))
  const files = new Map<string, ts.SourceFile>()
  let group = ''
  return index.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement)) throw new Error('The index of analytics only passes names on.')
    group = headingBefore(index, statement) ?? group
    const module = (statement.moduleSpecifier as ts.StringLiteral).text.slice(2, -3)
    const file = files.get(module) ?? parsed(join(root, sourceFolder, `${module}.ts`))
    files.set(module, file)
    const { exportClause } = statement
    if (!exportClause || !ts.isNamedExports(exportClause))
      throw new Error(`${module}: name what is published.`)
    return exportClause.elements.map((element): PublicExport => {
      const own = (element.propertyName ?? element.name).text
      return { name: element.name.text, own, module, group, ...declarationOf(file, own) }
    })
  })
}

function parsed(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
}

/** The last comment line directly above, if there is one: the heading of what follows. */
function headingBefore(file: ts.SourceFile, statement: ts.Statement): string | null {
  const text = file.text.slice(statement.getFullStart(), statement.getStart())
  const line = text.trimEnd().split('\n').at(-1) ?? ''
  return line.startsWith('// ') ? line.slice(3) : null
}

function declarationOf(file: ts.SourceFile, name: string): Pick<PublicExport, 'kind' | 'signature' | 'doc'> {
  for (const statement of file.statements) {
    const doc = docOf(file, statement)
    if (ts.isFunctionDeclaration(statement) && statement.name?.text === name)
      return { kind: 'function', signature: withoutBody(file, statement, statement.body), doc }
    if (ts.isTypeAliasDeclaration(statement) && statement.name.text === name)
      return { kind: 'type', signature: withoutBody(file, statement), doc }
    if (ts.isVariableStatement(statement)) {
      const [first] = statement.declarationList.declarations
      if (first?.name.getText() === name)
        return { kind: 'value', signature: withoutBody(file, statement), doc }
    }
  }
  throw new Error(`${file.fileName} declares no ${name} that can be described.`)
}

function withoutBody(file: ts.SourceFile, node: ts.Node, body?: ts.Node): string {
  return file.text
    .slice(node.getStart(), body?.getStart() ?? node.getEnd())
    .replace(/^export (async )?/, '')
    .trim()
}

function docOf(file: ts.SourceFile, node: ts.Node): string {
  const comment = (ts.getLeadingCommentRanges(file.text, node.getFullStart()) ?? []).at(-1)
  const text = comment ? file.text.slice(comment.pos, comment.end) : ''
  if (!text.startsWith('/**')) return ''
  return text
    .slice(3, -2)
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
    .join('\n')
    .trim()
}
