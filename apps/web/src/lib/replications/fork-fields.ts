import { keyPattern } from '@semai/domain/blueprints/blueprint'
import { changeFactsForm, factNames, noFacts } from '@semai/domain/replications/fork-change'
import type { ChangeFacts, FactName } from '@semai/domain/replications/fork-change'
import type { ForkPart } from '@semai/domain/replications/fork'
import { Refusal } from '@semai/domain/refusal'

/** The name of a field with a fact: of one component by its key, of all changes without. */
export function factField(key: string | null, fact: FactName | 'words'): string {
  return key === null ? `all.${fact}` : `f.${key}.${fact}`
}

/** The field with the reason why the declared form and the measured one differ. */
export const reasonField = 'why_differ'

/**
 * What an editor's form tells about the changes of a replica; undefined where it is a form of another text.
 * @throws Refusal invalid for a fact outside its list.
 */
export function toldOfForm(
  form: FormData | URLSearchParams,
): Pick<ForkPart, 'all' | 'facts' | 'reason'> | undefined {
  if (!form.has(reasonField)) return undefined
  const given = (name: string) => String(form.get(name) ?? '')
  const keys = new Set([...form.keys()].flatMap((name) => /^f\.([^.]+)\.[a-z_]+$/.exec(name)?.[1] ?? []))
  const told = [...keys]
    .filter((key) => keyPattern.test(key))
    .map((key) => [key, factsGiven(key, given)] as const)
    .filter(([, facts]) => !isEmpty(facts))
  return {
    all: factsGiven(null, given),
    facts: Object.fromEntries(told),
    reason: given(reasonField).trim().slice(0, 1_000) || null,
  }
}

function factsGiven(key: string | null, given: (name: string) => string): ChangeFacts {
  const fields = [...factNames, 'words' as const]
  const result = changeFactsForm.safeParse(
    Object.fromEntries(fields.map((fact) => [fact, given(factField(key, fact))])),
  )
  if (result.success) return result.data
  const says = { id: 'Pilih fakta dari daftarnya.', en: 'Choose the facts from their lists.' }
  throw new Refusal('invalid', says, [{ field: factField(key, 'words'), says }])
}

function isEmpty(facts: ChangeFacts): boolean {
  return facts.words === null && factNames.every((name) => facts[name] === noFacts[name])
}
