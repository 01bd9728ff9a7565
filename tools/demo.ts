// `npm run demo`: a site with the marked cast of the tests and their sign-ins, beside the shipped data.
import { demonstrateBlueprint } from '@semai/testkit/demonstration'
import { castEmail, castAgencies, castPassword, castPeople, castPlaces } from '@semai/testkit/people'
import { demonstratePulses } from '@semai/testkit/demo-pulse'
import { demonstrateReplication } from '@semai/testkit/demo-replication'
import { demonstrateRoutes } from '@semai/testkit/demo-routes'
import { demonstrateScaling } from '@semai/testkit/demo-scaling'
import { demonstrateWhole } from '@semai/testkit/demo-whole'
import { castDuties } from '@semai/testkit/duties-scene'
import { policeCast, policeEmail, policeForce } from '@semai/testkit/police-force'
import { demonstrationNews } from '@semai/testkit/demo-news'
import { cast } from '@semai/testkit/cast'
import { castClaims } from '@semai/testkit/claims-scene'
import { demonstrateFork } from '@semai/testkit/fork-demonstration'
import { castMaturity } from '@semai/testkit/hub-scene'
import { castMentoring } from '@semai/testkit/mentoring-scene'
import { castReplications } from '@semai/testkit/replications-scene'
import type { CastName } from '@semai/testkit/cast'
import { demonstrateVisits } from '@semai/testkit/demo-visits'
import { demoComplaints } from '@semai/testkit/demo-complaints'
import { demoNeeds } from '@semai/testkit/demo-needs'
import { demoVoices } from '@semai/testkit/demo-voices'
import { demoInnovation } from '@semai/testkit/demo-innovation'
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
    await castAgencies(db)
    await castPlaces(db)
    await castPeople(db, undefined, { is_demonstration: true })
    const slug = await demonstrateBlueprint(db, new Date())
    await castClaims(db, new Date())
    await castReplications(db, new Date())
    const code = await demonstrateFork(db, slug, new Date())
    await demonstrateVisits(db, { slug, code, now: new Date() })
    await demonstrateReplication(db, new Date())
    await policeForce(db)
    await demonstrateWhole(db, new Date())
    await demonstrateRoutes(db, new Date())
    await castDuties(db, new Date())
    await castMentoring(db, new Date())
    await castMaturity(db, new Date())
    await demonstratePulses(db, new Date())
    await demonstrateScaling(db, new Date())
    await demonstrationNews(db, new Date())
    await demoNeeds(db, new Date())
    await demoComplaints(db, new Date())
    await demoVoices(db, new Date())
    await demoInnovation(db, openFiles(process.env), new Date())
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
