import { randomInt } from 'node:crypto'
import { newKey } from '@semai/domain/blueprints/blueprint'
import type { ComponentKind } from '@semai/domain/blueprints/blueprint'

const letters = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A key for a new component that no other has, in this blueprint or in any copy of it: one of 32⁸. */
export function freshKey(kind: ComponentKind): string {
  return newKey(kind, Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join(''))
}
