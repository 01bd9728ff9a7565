import { commandLineActor, personActor, publicActor } from '@semai/domain/people/actor'
import type { Actor, Role } from '@semai/domain/people/actor'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** The agencies of every test and of the demonstration; all invented. */
export const agencies = {
  /** The government of a regency, its health office, and a clinic of that. */
  regency: id(9001),
  healthOffice: id(9002),
  clinic: id(9003),
  /** Another regency, with an office of its own, where nobody of the first may do anything. */
  otherRegency: id(9011),
  otherOffice: id(9012),
  /** The province above both, which hosts a hub, and a ministry with a centre. */
  province: id(9021),
  ministry: id(9031),
  centre: id(9032),
} as const

const entrusted = (n: number, role: Role, organisationId: string | null = null): Actor =>
  personActor(id(n), [{ role, organisationId, provinceCode: null }])

/**
 * Everyone a permission is tried with, by the label in the permission matrix: each role of the product, those of one
 * institution also at another.
 */
export const cast = {
  public: publicActor,
  'command line': commandLineActor,
  'signed in, no role': personActor(id(8000), []),
  author: entrusted(8001, 'author', agencies.healthOffice),
  'author elsewhere': entrusted(8002, 'author', agencies.otherOffice),
  'local admin': entrusted(8003, 'local_admin', agencies.regency),
  'local admin elsewhere': entrusted(8004, 'local_admin', agencies.otherRegency),
  head: entrusted(8005, 'head', agencies.regency),
  inspectorate: entrusted(8006, 'inspectorate', agencies.regency),
  hub: entrusted(8007, 'hub', agencies.province),
  mentor: entrusted(8008, 'mentor', agencies.province),
  'sector ministry': entrusted(8009, 'sector_ministry', agencies.ministry),
  'co-manager': entrusted(8010, 'co_manager'),
  evaluator: entrusted(8011, 'evaluator'),
  secretariat: entrusted(8012, 'secretariat'),
  analyst: entrusted(8013, 'analyst'),
  auditor: entrusted(8014, 'auditor'),
  administrator: entrusted(8015, 'administrator'),
} as const satisfies Readonly<Record<string, Actor>>

/** A member of the cast, by the label in the matrix. */
export type CastName = keyof typeof cast
