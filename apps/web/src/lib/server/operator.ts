import type { Operator } from '#lib/site/here.ts'

/** Whose site this is, from the environment; nothing is claimed when nothing is set. */
export function operatorFrom(env: Record<string, string | undefined>): Operator {
  return {
    name: env['SEMAI_OPERATOR'] || null,
    url: env['SEMAI_OPERATOR_URL'] || null,
    contact: env['SEMAI_CONTACT'] || null,
  }
}
