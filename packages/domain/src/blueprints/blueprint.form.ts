import { z } from 'zod'
import { componentDetails, componentKinds, keyPattern, mostComponents, standings } from './blueprint.ts'
import type { BlueprintContent, Component, ComponentKind, Detail } from './blueprint.ts'

/** Text that may be missing: what is only blank is kept as null. */
const text = (max: number) =>
  z
    .string()
    .max(max)
    .nullish()
    .transform((typed) => (typed?.trim() ? typed.replaceAll('\r\n', '\n') : null))

/** As typed, so that no save is refused in the middle of a number; what can not be read is told by the checklist. */
function typedDetail(detail: Detail) {
  if (detail.is === 'choice') return z.preprocess((typed) => typed || null, z.enum(detail.of).nullable())
  return text(detail.is === 'text' ? detail.max : detail.is === 'address' ? 500 : 40)
}

function typedComponent(kind: ComponentKind) {
  const details = Object.entries(componentDetails[kind]).map(([name, detail]) => [name, typedDetail(detail)])
  return z.object({
    key: z.string().regex(keyPattern),
    kind: z.literal(kind),
    standing: z.enum(standings),
    title: text(200),
    description: text(4_000),
    ...(Object.fromEntries(details) as Record<string, z.ZodType<string | null>>),
  })
}

const [first, ...others] = componentKinds.map(typedComponent)

/** What to do about a key that two components bear. */
export const keyTwice = {
  id: 'Kunci ini dipakai dua komponen. Beri masing-masing kunci sendiri.',
  en: 'Two components have this key. Give each a key of its own.',
}

/** Every component bears a key that no other bears. */
export function keysDiffer(
  components: readonly { key: string }[],
  report: (index: number, says: typeof keyTwice) => void,
): void {
  const seen = new Set<string>()
  for (const [index, { key }] of components.entries()) {
    if (seen.has(key)) report(index, keyTwice)
    seen.add(key)
  }
}

/**
 * What may be typed into a blueprint. A draft may be poor: everything but the key, the kind and the standing of a
 * component can be missing.
 */
export const blueprintContent = z.object({
  note: text(1_000),
  components: z
    .array(z.discriminatedUnion('kind', [first!, ...others]))
    .max(mostComponents)
    .superRefine((components, context) =>
      keysDiffer(components, (index, says) =>
        context.addIssue({ code: 'custom', path: [index, 'key'], params: { says }, message: says.en }),
      ),
    )
    .transform((components) => components as unknown as Component[]),
}) satisfies z.ZodType<BlueprintContent>

/** A blueprint in which nothing has been written. */
export const emptyBlueprint: BlueprintContent = { note: null, components: [] }
