import { existsSync } from 'node:fs'

/** A suite this machine can not run, and the sentence that says why. */
export type SkippedSuite = { name: string; says: string }

const NEEDS = [
  {
    name: 'walks',
    needs: '/usr/bin/chromium',
    says: 'the browser walks need Chromium (Debian: apt-get install chromium)',
  },
  {
    name: 'store-15',
    needs: '/usr/lib/postgresql/15/bin/postgres',
    says: 'the store suite on PostgreSQL 15 needs its server (Debian: apt-get install postgresql-15)',
  },
]

/** The suites to leave out of this run. */
export function skippedSuites(exists: (path: string) => boolean = existsSync): SkippedSuite[] {
  return NEEDS.filter(({ needs }) => !exists(needs)).map(({ name, says }) => ({ name, says }))
}
