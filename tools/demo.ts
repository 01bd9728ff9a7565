// `npm run demo`: a site with the marked cast of the tests and their sign-ins, beside the shipped data.
import { castEmail, castPassword } from '@semai/testkit/people'
import { policeCast, policeEmail } from '@semai/testkit/police-force'
import { cast } from '@semai/testkit/cast'
import type { CastName } from '@semai/testkit/cast'
import { demonstrateAll } from '@semai/testkit/demo-all'
import { ensureReady } from '@semai/store/db/ready'
import { openPool } from '@semai/store/db/open'
import { openFiles } from '@semai/store/files/open-files'
import { run } from '../apps/cli/src/serve.ts'
import { progress } from '../apps/cli/src/progress.ts'

process.env['SEMAI_DATA'] ??= '.semai-demo'
const ready = await ensureReady(progress, process.env)
try {
  const { db, close } = await openPool(ready, { role: 'app', applicationName: 'semai demo', poolSize: 1 })
  const there = await db
    .selectFrom('person')
    .select('id')
    .where('is_demonstration', '=', true)
    .executeTakeFirst()
  if (!there) {
    await demonstrateAll(db, openFiles(process.env), new Date())
  }
  await close()
} finally {
  await ready.release()
}
console.log(`Demonstration: everybody signs in with the password "${castPassword}".`)
for (const [name, actor] of Object.entries(cast)) {
  if (actor.personId !== null) console.log(`  ${name.padEnd(22)} ${castEmail(name as CastName)}`)
}
for (const name of Object.keys(policeCast) as (keyof typeof policeCast)[]) {
  console.log(`  ${`police ${name}`.padEnd(22)} ${policeEmail(name)}`)
}
process.exitCode = await run([])
