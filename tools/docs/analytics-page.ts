import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { publicExports } from '../analytics/public-exports.ts'
import type { PublicExport } from '../analytics/public-exports.ts'

/** Every public export of `@semai/analytics`: signature and docstring, by method, with the page that explains it. */
export function analyticsPage(root: string): string {
  const groups = Map.groupBy(publicExports(root), ({ group }) => group)
  const pages = methodPages(root)
  return [
    '# @semai/analytics',
    '',
    'Made by `npm run docs` from `packages/analytics/src/index.ts` and the docstrings behind it; not edited by hand. All of',
    "it is imported from `@semai/analytics`, or from the module named. What each function costs in a page of one's own is",
    'in [its bundle sizes](analytics-bundle.md); `npm run build:analytics` writes the package as it is published.',
    '',
    ...[...groups.keys()].map((group) => `- [${group}](#${anchor(group)})`),
    '',
    ...[...groups].flatMap(([group, exports]) => section(group, exports, pages)),
  ].join('\n')
}

function section(group: string, exports: readonly PublicExport[], pages: Map<string, string[]>): string[] {
  const [types, others] = [true, false].map((wanted) =>
    exports.filter(({ kind }) => (kind === 'type') === wanted),
  )
  const folder = folderOf(exports[0]?.module ?? '')
  const all = new Set([...pages].flatMap(([module, own]) => (folderOf(module) === folder ? own : [])))
  return [
    `## ${group}`,
    '',
    ...(all.size === 0 ? [] : [`Methods: ${[...all].map(pageLink).join(', ')}.`, '']),
    ...(others ?? []).flatMap((one) => [...entry(one, pages.get(one.module) ?? pages.get(folder) ?? []), '']),
    ...(types ?? []).flatMap((one) => [...entry(one, []), '']),
  ]
}

function entry(
  { name, own, module, signature, doc, kind }: PublicExport,
  pages: readonly string[],
): string[] {
  const places = [`\`@semai/analytics/${module}\``, ...pages.map(pageLink)]
  const renamed = own === name ? '' : `, there named \`${own}\``
  return [
    `### ${name}`,
    '',
    ...(kind === 'type' && renamed === '' ? [] : [`${places.join(' · ')}${renamed}`, '']),
    '```ts',
    signature,
    '```',
    ...(doc === '' ? [] : ['', ...described(doc)]),
  ]
}

/** A docstring as Markdown: what is thrown, the cost and the source as points of a list, the example as code. */
export function described(doc: string): string[] {
  const lines: string[] = []
  let inExample = false
  for (const line of doc.split('\n')) {
    const tag = /^(?:@(throws|param|returns?|example)|(Cost|Source|Memory):)\s*(.*)$/.exec(line)
    if (tag && inExample) lines.push('```')
    if (tag) inExample = tag[1] === 'example'
    if (!tag) lines.push(inExample ? line : continued(lines, line))
    else if (inExample) lines.push('', '```ts', tag[3] ?? '')
    else lines.push(...opening(lines), `- **${tagNames[tag[1] ?? tag[2] ?? '']}.** ${tag[3] ?? ''}`)
  }
  return inExample ? [...lines, '```'] : lines
}

const tagNames: Record<string, string> = {
  throws: 'Throws',
  param: 'Takes',
  return: 'Gives',
  returns: 'Gives',
  Cost: 'Cost',
  Source: 'Source',
  Memory: 'Memory',
}

/** Lines that continue a point of a list stand below its text. */
function continued(lines: readonly string[], line: string): string {
  return inList(lines) ? `  ${line.trimStart()}` : line
}

function opening(lines: readonly string[]): string[] {
  return lines.length === 0 || lines.at(-1) === '' || inList(lines) ? [] : ['']
}

function inList(lines: readonly string[]): boolean {
  return /^(- \*\*| {2})/.test(lines.at(-1) ?? '')
}

function folderOf(module: string): string {
  return module.split('/')[0] ?? ''
}

function pageLink(page: string): string {
  return `[${page}](../methods/${page}.md)`
}

function anchor(heading: string): string {
  return heading.toLowerCase().replaceAll(' ', '-')
}

/** Which pages of `docs/methods` name a module in their line "In code". A name alone is of the folder named before it. */
function methodPages(root: string): Map<string, string[]> {
  const pages = new Map<string, string[]>()
  for (const path of globSync('docs/methods/*.md', { cwd: root }).sort()) {
    const text = readFileSync(join(root, path), 'utf8')
    let folder = ''
    for (const [, name = ''] of text.slice(text.indexOf('\nIn code:')).matchAll(/`([\w/-]+)(?:\.ts|\/)`/g)) {
      folder = /analytics\/(\w+)/.exec(name)?.[1] ?? folder
      const page = path.slice('docs/methods/'.length, -'.md'.length)
      const module = name.replace(/^analytics\//, '')
      const key = module.includes('/') || module === folder ? module : `${folder}/${module}`
      pages.set(key, [...(pages.get(key) ?? []), page])
    }
  }
  return pages
}
