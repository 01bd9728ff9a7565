import { join } from 'node:path'
import { fileSizes } from './file-sizes.ts'
import { termsMissing } from './glossary.ts'
import { houseNames } from './house-names.ts'
import { leftovers } from './leftovers.ts'
import { dependencies, licenceFindings } from './licences.ts'
import { brokenLinks } from './links.ts'
import { runCommand, type Outcome } from './run-command.ts'
import { wallsReport } from './walls.ts'

export type Step = { name: string; says: string; run: (root: string) => Promise<Outcome> }

/** Everything `npm run check` looks at; the slowest first, so that two at a time end together. */
export const steps: readonly Step[] = [
  { name: 'pages', says: 'types of Svelte pages', run: pages },
  {
    name: 'types',
    says: 'types of everything else',
    run: (root) => runCommand('typescript:tsc', ['-p', '.'], root),
  },
  {
    name: 'format',
    says: 'prettier',
    run: (root) => runCommand('prettier', ['--check', '--cache', '--log-level', 'warn', '.'], root),
  },
  {
    name: 'unused',
    says: 'files, exports, dependencies nobody uses',
    run: (root) => runCommand('knip', ['--no-config-hints', '--reporter', 'compact'], root),
  },
  { name: 'docs', says: 'generated documents are fresh', run: docs },
  { name: 'walls', says: 'who may import whom', run: walls },
  {
    name: 'lint',
    says: 'oxlint',
    run: (root) => runCommand('oxlint', ['--deny-warnings', '--format', 'unix'], root),
  },
  { name: 'names', says: 'file names, pure rooms', run: async (root) => listed(houseNames(root)) },
  { name: 'sizes', says: 'short files', run: sizes },
  { name: 'leftovers', says: 'nothing left behind', run: async (root) => listed(leftovers(root)) },
  { name: 'glossary', says: 'a line for every table', run: async (root) => listed(termsMissing(root)) },
  { name: 'links', says: 'links in documents', run: async (root) => listed(brokenLinks(root)) },
  {
    name: 'licences',
    says: 'licences of dependencies',
    run: async (root) => listed(licenceFindings(dependencies(root))),
  },
]

async function pages(root: string): Promise<Outcome> {
  const web = join(root, 'apps/web')
  const synced = await runCommand('@sveltejs/kit:svelte-kit', ['sync'], web) // the types of each route
  if (!synced.ok) return synced
  return runCommand('svelte-check', ['--output', 'machine', '--fail-on-warnings'], web)
}

async function docs(root: string): Promise<Outcome> {
  // Loads commands and store: when one of them does not load, this step fails and the others still run.
  const { staleDocs } = await import('../docs/generated-docs.ts')
  return listed(await staleDocs(root))
}

async function walls(root: string): Promise<Outcome> {
  const { modules, findings } = await wallsReport(root)
  if (modules === 0) return { ok: false, output: 'The wall checker read no file at all.' }
  return listed(findings, [`${modules} files read`])
}

async function sizes(root: string): Promise<Outcome> {
  const { findings, remarks } = fileSizes(root)
  return listed(findings, remarks)
}

function listed(findings: readonly string[], remarks: readonly string[] = []): Outcome {
  return { ok: findings.length === 0, output: [...findings, ...remarks].join('\n') }
}
