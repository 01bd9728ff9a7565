import { z } from 'zod'
import type { Says } from '../text/says.ts'
import type { Actor } from './actor.ts'

export const tokenScopes = ['read', 'texts', 'life'] as const
/** What a token may be used for. `read`: own working texts; `texts`: write and move them; `life`: stages and answers of innovations. */
export type TokenScope = (typeof tokenScopes)[number]

/** What each scope is called. */
export const scopeNames: Record<TokenScope, Says> = {
  read: { id: 'Membaca naskah unit sendiri', en: 'Read the texts of the own units' },
  texts: { id: 'Menulis naskah dan mengajukannya', en: 'Write texts and submit them' },
  life: {
    id: 'Mengubah tahap dan menjawab "masih berjalan?"',
    en: 'Change stages and answer "still running?"',
  },
}

/** Days a token can be valid at most. */
export const longestTokenDays = 365

/** What making a token asks. */
export const tokenForm = z.object({
  name: z.string().trim().min(2).max(80),
  scopes: z.array(z.enum(tokenScopes)).min(1),
  days: z.coerce.number().int().min(1).max(longestTokenDays),
})

/** Who asks by a token: the person with their roles, and what the token is for. */
export type TokenActor = { actor: Actor; scopes: readonly TokenScope[] }
