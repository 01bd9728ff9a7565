import { demandRead } from './demand-read.ts'
import { innovationsRead } from './innovations-read.ts'
import { demandCountsRead, needsRead } from './needs-read.ts'
import { pulsesRead, resultsRead, roundLociRead, roundsRead, spotChecksRead } from './monitoring-reads.ts'
import type { AnyOperation } from './operation.ts'
import {
  agenciesRead,
  agencyRead,
  claimsRead,
  replicationsRead,
  eventsRead,
  programmesRead,
  figuresRead,
  innovationClaimsRead,
  innovationRead,
  regionRead,
  regionsRead,
  spreadRead,
} from './reads.ts'

/** Every read of the API, in the order of the OpenAPI document. */
export const operations = [
  innovationsRead,
  innovationRead,
  innovationClaimsRead,
  spreadRead,
  claimsRead,
  replicationsRead,
  resultsRead,
  pulsesRead,
  spotChecksRead,
  roundsRead,
  roundLociRead,
  regionsRead,
  regionRead,
  agenciesRead,
  agencyRead,
  eventsRead,
  programmesRead,
  figuresRead,
  demandRead,
  needsRead,
  demandCountsRead,
] as unknown as readonly AnyOperation[]
