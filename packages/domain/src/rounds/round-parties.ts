import {
  about,
  anyOf,
  except,
  itsAuthors,
  itsLocalAdmin,
  itsOwnPeople,
  ownersAs,
  rule,
  secretariat,
} from '../people/access.ts'
import type { Owned, Rule } from '../people/access.ts'

/** Who sets a round up, opens, assigns, decides and publishes; it never scores. */
export const runsRounds = secretariat

/** What rules ask of a locus: who answers for it, and the institutions it is about (the respondent's, that of the innovation). */
export type LocusParties = { respondent: Owned; institutionIds: readonly string[] }

/** Who answers: authors of the unit that was asked, and the administrators of its institution. */
export const answersLocus: Rule<Pick<LocusParties, 'respondent'>> = about(
  {
    id: 'penulis dan admin lokal dari yang diminta menjawab',
    en: 'authors and administrators of whoever is asked',
  },
  anyOf<Owned>(itsAuthors, itsLocalAdmin),
  ({ respondent }) => respondent,
)

/** Somebody named to assess a locus; the institutions are those of the account and of every role it holds. */
export type NamedAssessor = { personId: string; institutionIds: readonly string[] }

/** What rules ask of an assessment: the locus, and who is named. */
export type AssessmentParties = LocusParties & { assessor: NamedAssessor }

/**
 * Whether somebody belongs to an institution that a locus is about. A conflict of interest: such a person is not named, and who was
 * named before reads and scores nothing.
 */
export function hasConflict({ assessor, institutionIds }: AssessmentParties): boolean {
  return assessor.institutionIds.some((id) => institutionIds.includes(id))
}

const named = rule<AssessmentParties>(
  { id: 'penilai yang ditugasi', en: 'the assessor who was named' },
  ({ personId, grants }, { assessor }) =>
    personId !== null && personId === assessor.personId && grants.some(({ role }) => role === 'evaluator'),
)

const ofOneInstitution = rule<AssessmentParties>(
  { id: 'yang seinstansi dengan yang dinilai', en: 'who is of the institution that is assessed' },
  (_, parties) => hasConflict(parties),
)

/** Who scores a locus: the assessor who was named, unless of the same institution. */
export const assessesLocus: Rule<AssessmentParties> = except(named, ofOneInstitution)

/** Who may stand back from an assessment: whoever was named, all the more with a conflict of interest. */
export const standsBack: Rule<AssessmentParties> = named

/**
 * Who reads the answers of a locus while nothing is published, beside its assessors: its own people, its inspectorate, and the
 * ministry.
 */
export const readsLocus: Rule<LocusParties> = anyOf<LocusParties>(
  about(
    {
      id: 'orang dan inspektorat dari yang diminta menjawab',
      en: 'people and inspectorate of whoever is asked',
    },
    anyOf<Owned>(itsOwnPeople, ownersAs({ id: 'inspektoratnya', en: 'its inspectorate' }, 'inspectorate')),
    ({ respondent }) => respondent,
  ),
  runsRounds,
)

/** Who has a way to rounds from the desk: who may be asked, who may assess, who runs them. */
export const takesPartInRounds = rule<unknown>(
  {
    id: 'yang dapat diminta menjawab, penilai, dan admin kementerian',
    en: 'who may be asked, evaluators and the secretariat',
  },
  ({ grants }) =>
    grants.some(({ role }) => ['author', 'local_admin', 'head', 'evaluator', 'secretariat'].includes(role)),
)
