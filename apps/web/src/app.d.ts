import type { Actor } from '@semai/domain/people/actor'
import type { TokenScope } from '@semai/domain/people/token'
import type { Says } from '@semai/domain/text/says'
import type { Db } from '@semai/store/db/transaction'
import type { Session } from '@semai/store/people/session.queries'
import type { Operator } from '#lib/site/here.ts'
import type { Lang } from '#lib/site/lang.ts'

declare global {
  namespace App {
    interface Error {
      /** Shown to the reader and written in the log, so that one leads to the other. */
      code?: string
      /** Why not, and what to do next, where the no was expected. */
      says?: Says
    }
    interface Locals {
      lang: Lang
      now: Date
      /** The day in Jakarta, `YYYY-MM-DD`. */
      today: string
      actor: Actor
      /** Who is signed in; null for the public. */
      session: Session | null
      /** What the token of a program is for; null when none was sent. */
      token: readonly TokenScope[] | null
      db: Db
      /** Scheme and host the reader sees. */
      origin: string
      operator: Operator
    }
    interface PageData {
      /** The page begins with a night hero, so the head is dark with it. */
      night?: boolean
    }
  }
}
