export const roles = [
  'author',
  'local_admin',
  'hub',
  'head',
  'inspectorate',
  'co_manager',
  'sector_ministry',
  'mentor',
  'evaluator',
  'secretariat',
  'analyst',
  'auditor',
  'administrator',
] as const
/** What somebody may be entrusted with; product.md section 1 says what each comes to do. */
export type Role = (typeof roles)[number]

/**
 * A role over an organisation and all that belongs to it, from a dated row that is in force now. `organisationId` null
 * is nationwide; only the roles of `nationalRoles` can be. A regional hub also reaches what lies in its province.
 */
export type Grant = { role: Role; organisationId: string | null; provinceCode: string | null }

/** Roles that are granted nationwide; all others need an organisation. */
export const nationalRoles: readonly Role[] = [
  'co_manager',
  'evaluator',
  'secretariat',
  'analyst',
  'auditor',
  'administrator',
]

/** Roles that judge or administer: they sign in with a second factor or a passkey. */
export const guardedRoles: readonly Role[] = [
  'local_admin',
  'inspectorate',
  'evaluator',
  'secretariat',
  'auditor',
  'administrator',
]

/** How somebody proved who they are, weakest first. */
export const assurances = ['password', 'second_factor', 'passkey'] as const
export type Assurance = (typeof assurances)[number]

/** Who is asking. Built once per request; a `null` person is the public or the machine's own command line. */
export type Actor = {
  personId: string | null
  /** What the audit trail calls the actor: never a name. */
  label: string
  grants: readonly Grant[]
}

/** Everyone who has not signed in. */
export const publicActor: Actor = { personId: null, label: 'public', grants: [] }

/** Whoever runs a command on the machine itself; recorded by this label in the audit trail. */
export const commandLineActor: Actor = {
  personId: null,
  label: 'command line',
  grants: [{ role: 'administrator', organisationId: null, provinceCode: null }],
}

/** A person with the grants that hold for this session. */
export function personActor(personId: string, grants: readonly Grant[]): Actor {
  return { personId, label: 'person', grants }
}

/** Grants that a session may use: those of guarded roles only after more than a password. */
export function usableGrants(grants: readonly Grant[], assurance: Assurance): readonly Grant[] {
  return assurance === 'password' ? grants.filter(({ role }) => !guardedRoles.includes(role)) : grants
}
