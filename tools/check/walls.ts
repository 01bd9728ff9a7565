import { existsSync, globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { cruise, type ICruiseResult, type ICruiseOptions } from 'dependency-cruiser'

export type WallsReport = {
  /** How many files of the rooms the checker read. 0 is a checker that sees nothing, not clean walls. */
  modules: number
  findings: string[]
}

const places = ['packages', 'apps', 'tools', 'bench', 'prove', 'data']

/**
 * Every forbidden import below `root` is a finding; so is every source file that was not read, because a parser that
 * silently skips files would otherwise pass for clean walls.
 */
export async function wallsReport(root: string): Promise<WallsReport> {
  const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
    forbidden: unknown[]
    options: ICruiseOptions & { enhancedResolveOptions?: object }
  }
  const result = await cruise(
    places.filter((place) => existsSync(join(root, place))),
    { ...options, baseDir: root, validate: true, ruleSet: { forbidden } } as ICruiseOptions,
    options.enhancedResolveOptions,
  )
  const { modules, summary } = result.output as ICruiseResult
  const read = new Set(modules.map((module) => module.source))
  const sources = globSync('{packages,apps}/*/src/**/*.{ts,svelte}', { cwd: root })
  const unread = sources.filter((source) => !read.has(source.replaceAll('\\', '/')))
  return {
    modules: sources.length - unread.length,
    findings: [
      ...unread.map((source) => `${source}: was not read by the wall checker.`),
      ...sources.flatMap((source) => forbiddenTypesInSvelte(root, source)),
      ...summary.violations.map(
        ({ from, to, rule }) => `${from} → ${to}: ${sentenceOf(forbidden, rule.name)} (${rule.name})`,
      ),
    ],
  }
}

/** Svelte's compiler drops `import type` before dependency-cruiser sees it, so those are read here. */
function forbiddenTypesInSvelte(root: string, source: string): string[] {
  if (!source.endsWith('.svelte')) return []
  const text = readFileSync(join(root, source), 'utf8')
  const imports = text.matchAll(/import\s+(?:type\s[^'"]*|\{[^}'"]*\btype\s[^'"]*)from\s*['"]([^'"]+)['"]/g)
  return [...imports]
    .map(([, from]) => from ?? '')
    .filter((from) => /^(kysely|pg|@semai\/(analytics|testkit|cli))(\/|$)/.test(from))
    .map((from) => `${source} → ${from}: apps/web may import only: domain, store. (web-walls)`)
}

function sentenceOf(forbidden: unknown[], name: string): string {
  const rules = forbidden as { name: string; comment: string }[]
  return rules.find((rule) => rule.name === name)?.comment ?? 'forbidden import.'
}
