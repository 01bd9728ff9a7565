import { resolve } from 'node:path'
import { writeDocs } from './docs/generated-docs.ts'

/** `npm run docs`: rewrites docs/generated from the code, the migrated database and the lock file. */
for (const path of await writeDocs(resolve(import.meta.dirname, '..'))) console.log(path)
