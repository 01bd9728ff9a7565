import { resolve } from 'node:path'
import { writePublishedForm } from './analytics/published-form.ts'

/** `npm run build:analytics [FOLDER]`: writes `@semai/analytics` as it is published, into packages/analytics/build. */
const root = resolve(import.meta.dirname, '..')
const folder = resolve(process.argv[2] ?? `${root}/packages/analytics/build`)
const written = writePublishedForm(root, folder)
console.log(`${written.length} files in ${folder}. To publish: npm publish ${folder}`)
