import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  publishedSchemas,
  publishedSchemaText,
  type PublishedSchema,
} from '@semai/domain/exchange/published-schema'
import { bundleSizes } from '../analytics/bundle-sizes.ts'
import { analyticsBundlePage } from './analytics-bundle-page.ts'
import { analyticsPage } from './analytics-page.ts'
import { boardFiguresPage } from './board-figures-page.ts'
import { commandsPage } from './commands-page.ts'
import { licencesPage } from './licences-page.ts'
import { lifecyclesPage } from './lifecycles-page.ts'
import { noticesPage } from './notices-page.ts'
import { permissionsPage } from './permissions-page.ts'
import { shippedFiles } from './shipped-files.ts'
import { tablesPage } from './tables-page.ts'

const folder = 'docs/generated'

/** Path below the repository and text of every document that is made from code. */
export async function generatedDocs(root: string): Promise<Map<string, string>> {
  return new Map([
    [`${folder}/tables.md`, await tablesPage()],
    [`${folder}/commands.md`, commandsPage()],
    [`${folder}/permissions.md`, permissionsPage()],
    [`${folder}/lifecycles.md`, lifecyclesPage()],
    [`${folder}/notices.md`, noticesPage()],
    [`${folder}/board-figures.md`, boardFiguresPage()],
    [`${folder}/licences.md`, licencesPage(root)],
    [`${folder}/analytics.md`, analyticsPage(root)],
    [`${folder}/analytics-bundle.md`, analyticsBundlePage(await bundleSizes(root))],
    ...schemas(),
    ['apps/web/src/lib/open-data/shipped-files.json', shippedFiles(root)],
  ])
}

/** The published JSON Schemas, beside the page that links them. */
function schemas(): [string, string][] {
  return (Object.keys(publishedSchemas) as PublishedSchema[]).map((name) => [
    `docs/schemas/${publishedSchemas[name].file}`,
    publishedSchemaText(name),
  ])
}

/** One sentence for each committed document that differs from what the code says now. */
export async function staleDocs(root: string): Promise<string[]> {
  const docs = await generatedDocs(root)
  return [...docs]
    .filter(
      ([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text,
    )
    .map(([path]) => `${path} is stale: run "npm run docs" and commit the result.`)
}

/** Writes the documents; returns their paths. */
export async function writeDocs(root: string): Promise<string[]> {
  const docs = await generatedDocs(root)
  for (const [path, text] of docs) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return [...docs.keys()]
}
