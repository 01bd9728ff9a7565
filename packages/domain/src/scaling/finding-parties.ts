import {
  about,
  anyOf,
  itsAuthors,
  itsHub,
  itsLocalAdmin,
  itsOwnPeople,
  nationwide,
  ownersAs,
} from '../people/access.ts'
import type { Owned, Rule } from '../people/access.ts'
import { writesProgramme } from './scaling-programme.ts'

/** What rules ask of a finding: the ministry in charge of the programme, and the unit it is about. */
export type FindingParties = { ministry: Owned; unit: Owned }

/** Who writes findings, recommends and closes: whoever writes the programme. */
export const evaluatesUnits: Rule<Pick<FindingParties, 'ministry'>> = about(
  writesProgramme.says,
  writesProgramme,
  ({ ministry }) => ministry,
)

/** Who answers for the unit: its authors and the administrators of its institution. */
export const answersForUnit: Rule<Owned> = anyOf<Owned>(itsAuthors, itsLocalAdmin)
/** The same, of a finding. */
export const answersFinding: Rule<FindingParties> = about(
  { id: 'penulis dan admin lokal dari unitnya', en: 'authors and local administrators of the unit' },
  answersForUnit,
  ({ unit }) => unit,
)

const unitsInspectorate = ownersAs({ id: 'inspektoratnya', en: 'its inspectorate' }, 'inspectorate')
const watchers = [
  nationwide({ id: 'instansi pengelola bersama', en: 'co-managers' }, 'co_manager'),
  nationwide({ id: 'auditor', en: 'auditors' }, 'auditor'),
]

/** Who reads a finding: the ministry, the people of the unit, its inspectorate and hub, and who watches nationwide. */
export const readsFinding: Rule<FindingParties> = anyOf<FindingParties>(
  evaluatesUnits,
  about(
    { id: 'orang, inspektorat dan hub dari unitnya', en: 'people, inspectorate and hub of the unit' },
    anyOf<Owned>(itsOwnPeople, unitsInspectorate, itsHub),
    ({ unit }) => unit,
  ),
  ...watchers,
)
