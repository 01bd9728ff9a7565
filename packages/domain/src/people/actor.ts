/** A role always has a scope and comes from a dated row; nobody has a role "in general". Roles follow with accounts. */
export type Grant = { role: 'administrator' }

/** Who is asking. Built once per request; a `null` person is the public or the machine's own command line. */
export type Actor = { personId: string | null; label: string; grants: readonly Grant[] }

/** Everyone who has not signed in. */
export const publicActor: Actor = { personId: null, label: 'public', grants: [] }

/** Whoever runs a command on the machine itself; recorded by this label in the audit trail. */
export const commandLineActor: Actor = {
  personId: null,
  label: 'command line',
  grants: [{ role: 'administrator' }],
}
