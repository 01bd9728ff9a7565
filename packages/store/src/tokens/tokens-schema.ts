import type { ColumnType } from 'kysely'
import type { Assurance } from '@semai/domain/people/actor'
import type { TokenScope } from '@semai/domain/people/token'

/** Tables of programs that write for people. */
export type TokenTables = {
  api_token: {
    id: string
    person_id: string
    name: string
    token_hash: Buffer
    scopes: TokenScope[]
    assurance: Assurance
    created_at: Date
    expires_at: Date
    last_used_on: string | null
    revoked_at: Date | null
  }
  idempotent_answer: {
    person_id: string
    key: string
    asked: Buffer
    status: number
    answer: ColumnType<unknown, string, never>
    at: Date
  }
}
