import type { Db } from '@semai/store/db/transaction'
import type { Files } from '@semai/store/files/open-files'
import { castClaims } from './claims-scene.ts'
import { demoComplaints } from './demo-complaints.ts'
import { demoInnovation } from './demo-innovation.ts'
import { demoNeeds } from './demo-needs.ts'
import { demonstrationNews } from './demo-news.ts'
import { demonstratePulses } from './demo-pulse.ts'
import { demonstrateReplication } from './demo-replication.ts'
import { demonstrateResults } from './demo-results.ts'
import { demonstrateAssessing, demonstrateEvidence, demonstrateRounds } from './demo-rounds.ts'
import { demonstrateRoutes } from './demo-routes.ts'
import { demonstrateScaling } from './demo-scaling.ts'
import { demonstrateVisits } from './demo-visits.ts'
import { demoVoices } from './demo-voices.ts'
import { demonstrateWhole } from './demo-whole.ts'
import { demonstrateBlueprint } from './demonstration.ts'
import { castDuties } from './duties-scene.ts'
import { demonstrateFork } from './fork-demonstration.ts'
import { castMaturity } from './hub-scene.ts'
import { castMentoring } from './mentoring-scene.ts'
import { castAgencies, castPeople, castPlaces } from './people.ts'
import { policeForce } from './police-force.ts'
import { castReplications } from './replications-scene.ts'

/** All of the demonstration, in a database with the shipped data: the marked cast and what it did, each scene by the product's own commands. */
export async function demonstrateAll(db: Db, files: Files, now: Date): Promise<void> {
  await castAgencies(db)
  await castPlaces(db)
  await castPeople(db, undefined, { is_demonstration: true })
  const slug = await demonstrateBlueprint(db, now)
  await castClaims(db, now)
  await castReplications(db, now)
  const code = await demonstrateFork(db, slug, now)
  await demonstrateVisits(db, { slug, code, now })
  await demonstrateReplication(db, now)
  await policeForce(db)
  await demonstrateWhole(db, now)
  await demonstrateRoutes(db, now)
  await castDuties(db, now)
  await castMentoring(db, now)
  await castMaturity(db, now)
  await demonstratePulses(db, now)
  await demonstrateResults(db, now)
  await demonstrateScaling(db, now)
  const rounds = await demonstrateRounds(db, now)
  await demonstrateAssessing(db, now)
  await demonstrateEvidence(db, files, { code: rounds.open, now })
  await demonstrationNews(db, now)
  await demoNeeds(db, now)
  await demoComplaints(db, now)
  await demoVoices(db, now)
  await demoInnovation(db, files, now)
}
