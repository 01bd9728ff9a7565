import { homedir, hostname, tmpdir } from 'node:os'
import { dirname, resolve } from 'node:path'
import { textsOf } from './repository-files.ts'

const looked = /\.(ts|mjs|cjs|js|svelte|css|sql|json|ya?ml|md|html|svg|sh)$|^\.(npmrc|editorconfig|ci\/)/

/** What must not be committed, each with the sentence shown. */
const always: [RegExp, string][] = [
  [
    /"resolved":\s*"https?:/,
    'the lock file carries download addresses; keep omit-lockfile-registry-resolved on',
  ],
  [/^(<{7}|>{7}) /m, 'a merge conflict was left in'],
  [/\b(test|it|describe)\.only\(/, 'a test was left focused'],
  [/\blorem\s+ipsum\b/i, 'filler text'],
  [/\b(TODO|FIXME|XXX)\b(?!.*#\d)/, 'an open end without an issue number'],
  [/\bdebugger\b\s*;?$/m, 'a debugger statement'],
]

/** Traces of the workplace: addresses in the lock file, paths and names of the computer the work was done on. */
export function leftovers(root: string): string[] {
  const patterns = [...always, ...ownMachine(root)]
  const findings: string[] = []
  for (const [path, text] of textsOf(root, looked)) {
    if (path.startsWith('tools/check/')) continue
    for (const [pattern, says] of patterns) {
      const at = text.search(pattern)
      if (at >= 0) findings.push(`${path}:${text.slice(0, at).split('\n').length}: ${says}.`)
    }
  }
  return findings
}

/** Read from the machine that runs the check, so that no name of any machine stands in this file. */
function ownMachine(root: string): [RegExp, string][] {
  const checkout = resolve(root)
  const places = [checkout, dirname(checkout), homedir()].filter(
    (place) => place.length > 3 && place !== tmpdir() && !tmpdir().startsWith(place),
  )
  const registry = process.env['npm_config_registry']
  const names = [hostname(), registry ? new URL(registry).host : ''].filter(
    (name) => name.length > 5 && name !== 'localhost' && name !== 'registry.npmjs.org',
  )
  const paths = `(?<![\\w.:/-])(?:${places.map(escaped).join('|')})[/\\\\]`
  return [
    [new RegExp(paths), 'a path of the machine it was written on'],
    ...names.map((name): [RegExp, string] => [
      new RegExp(escaped(name), 'i'),
      'the name of a machine or registry',
    ]),
  ]
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
