import { createContext } from 'svelte'
import type { ZoneName } from '@semai/domain/time/zone-of-province'
import type { Lang } from './lang.ts'

/** What every part may know about the page it stands on. */
export interface Here {
  readonly lang: Lang
  /** The path without its language. */
  readonly path: string
  /** The search part with its question mark, or empty. */
  readonly search: string
  /** Scheme and host, for addresses that must be whole. */
  readonly origin: string
  readonly operator: Operator
  /** Who is signed in; null for the public. */
  readonly person: SignedInPerson | null
}

/** What pages know about whoever is signed in. */
export interface SignedInPerson {
  readonly name: string
  readonly isDemonstration: boolean
  readonly zone: ZoneName
  /** Notices not read yet, counted up to a hundred. */
  readonly unread: number
}

/** Whose site this is: configuration, since the software is nobody's site by itself. */
export interface Operator {
  readonly name: string | null
  readonly url: string | null
  readonly contact: string | null
}

export const [here, setHere] = createContext<Here>()
