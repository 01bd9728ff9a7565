import { everyone, signedIn } from '@semai/domain/people/access'
import { runsRounds } from '@semai/domain/rounds/round-parties'
import type { RouteRule } from './route-rules.ts'

/** Who may ask for the pages of monitoring rounds. */
export const roundRoutes: Readonly<Record<string, RouteRule>> = {
  '/pantauan': everyone,
  '/pantauan/[code]': { GET: everyone, '?/step': runsRounds },
  '/pantauan/[code]/atur': {
    GET: runsRounds,
    '?/save': runsRounds,
    '?/group': runsRounds,
    '?/removeGroup': runsRounds,
    '?/question': runsRounds,
    '?/removeQuestion': runsRounds,
  },
  '/pantauan/[code]/jawab/[locus]': {
    GET: signedIn,
    '?/save': signedIn,
    '?/submit': signedIn,
    '?/step': signedIn,
  },
  '/pantauan/[code]/lokus': {
    GET: runsRounds,
    '?/draw': runsRounds,
    '?/add': runsRounds,
    '?/remove': runsRounds,
    '?/extend': runsRounds,
    '?/even': runsRounds,
    '?/assign': runsRounds,
    '?/unassign': runsRounds,
    '?/present': runsRounds,
  },
  '/pantauan/[code]/nilai/[locus]': {
    GET: signedIn,
    '?/save': signedIn,
    '?/step': signedIn,
    '?/presentation': signedIn,
  },
  '/pantauan/[code]/hasil.csv': everyone,
  '/pantauan/[code]/penetapan': { GET: runsRounds, '?/accept': runsRounds, '?/decide': runsRounds },
  '/pantauan/baru': { GET: runsRounds, '?/default': runsRounds },
}
