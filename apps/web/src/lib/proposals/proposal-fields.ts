import { longestAspect } from '@semai/domain/proposals/proposal-form'
import type { ProposalContent } from '@semai/domain/proposals/proposal-form'
import { Refusal } from '@semai/domain/refusal'

/** The name under which a form sends an aspect. */
export const aspectField = (key: string) => `aspek.${key}`

/**
 * What an editor's form holds, by the key of the aspect: the same for a button and for a save in the background.
 * @throws Refusal invalid, naming the aspects that are too long.
 */
export function contentOfForm(form: FormData | URLSearchParams): ProposalContent {
  const typed = [...form].flatMap(([name, value]) =>
    name.startsWith(aspectField('')) && typeof value === 'string'
      ? [[name.slice(aspectField('').length), value.replaceAll('\0', '').replaceAll('\r\n', '\n')] as const]
      : [],
  )
  const long = typed.filter(([, text]) => text.length > longestAspect)
  if (long.length === 0) return Object.fromEntries(typed)
  const says = {
    id: `Ringkas sampai ${longestAspect.toLocaleString('id')} huruf.`,
    en: `Shorten it to ${longestAspect.toLocaleString('en')} characters.`,
  }
  throw new Refusal(
    'invalid',
    says,
    long.map(([key]) => ({ field: key, says })),
  )
}
