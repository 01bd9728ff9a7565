import { basename } from 'node:path'
import { repositoryFiles, textsOf } from './repository-files.ts'

const emptyNames = /^(utils?|helpers?|common|misc|manager|services?|types|constants)(\.|$)/
const suffixes = new Set([
  'lifecycle',
  'form',
  'queries',
  'commands',
  'test',
  'd',
  'svelte',
  'server',
  'generated',
  'config',
])
const inRooms = /^(packages|apps)\/[^/]+\/src\/.+\.(ts|svelte)$/
const impure =
  /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bcrypto\.random|\bfetch\(|\bprocess\.|\bperformance\.now\(/

/** File names that say nothing, suffixes outside the closed list, and clocks or dice in the pure rooms. */
export function houseNames(root: string): string[] {
  return [...repositoryFiles(root).flatMap(badName), ...clocksAndDice(root)]
}

function badName(path: string): string[] {
  const name = basename(path)
  if (!inRooms.test(path) || name.startsWith('+')) return []
  if (emptyNames.test(name)) return [`${path}: name the file after what it does.`]
  if (!/^[a-z0-9]+(-[a-z0-9]+)*\./.test(name) && !/^[A-Z][A-Za-z0-9]*\.svelte(\.ts)?$/.test(name)) {
    return [`${path}: file names are kebab-case (components PascalCase).`]
  }
  const unknown = name
    .split('.')
    .slice(1, -1)
    .find((suffix) => !suffixes.has(suffix))
  return unknown ? [`${path}: ".${unknown}" is not one of the house's suffixes.`] : []
}

function clocksAndDice(root: string): string[] {
  const findings: string[] = []
  for (const [path, text] of textsOf(root, /^packages\/(domain|analytics)\/src\/.+\.ts$/)) {
    if (path.endsWith('.test.ts')) continue
    for (const [index, line] of text.split('\n').entries()) {
      if (impure.test(line) && !/^\s*(\*|\/\/)/.test(line)) {
        findings.push(`${path}:${index + 1}: pass the clock, randomness and outside data in as arguments.`)
      }
    }
  }
  return findings
}
