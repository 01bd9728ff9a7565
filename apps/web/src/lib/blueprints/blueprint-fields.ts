import { componentKinds, detailsOf, newComponent } from '@semai/domain/blueprints/blueprint'
import type {
  BlueprintContent,
  Component,
  ComponentField,
  ComponentKind,
} from '@semai/domain/blueprints/blueprint'
import { blueprintContent } from '@semai/domain/blueprints/blueprint.form'
import type { ListChange } from '@semai/domain/blueprints/component-list'
import { Refusal } from '@semai/domain/refusal'
import { formFaults } from '@semai/domain/text/form-faults'

/** The name of a field of the editor: it stays the same wherever the component is moved. */
export function fieldName(key: string, field: ComponentField | 'kind'): string {
  return `c.${key}.${field}`
}

/** The field that tells which components there are, in order: their keys with a space between. */
export const orderField = 'order'

type Given = (name: string) => string

/**
 * What an editor's form holds, as content: the same for a button without scripts and for a save in the background.
 * @throws Refusal invalid, naming the fields that do not fit.
 */
export function contentOfForm(form: FormData | URLSearchParams): BlueprintContent {
  const typed = typedContent((name) => String(form.get(name) ?? ''))
  const result = blueprintContent.safeParse(typed)
  if (result.success) return result.data
  const says = { id: 'Ada isian yang tidak dapat disimpan.', en: 'Something typed cannot be stored.' }
  const faults = formFaults(result.error).map(({ field, says }) => {
    const [, index, name] = field.split('.')
    const key = typed.components[Number(index)]?.key
    return { field: key && name ? fieldName(key, name as ComponentField) : field, says }
  })
  throw new Refusal('invalid', says, faults)
}

/** What was typed, as it was, fitting or not: for showing it again. Components of no known kind are left out. */
export function typedContent(given: Given): BlueprintContent {
  const keys = given(orderField).split(' ').filter(Boolean)
  return { note: given('note'), components: keys.flatMap((key) => typedComponent(key, given)) }
}

function typedComponent(key: string, given: Given): Component[] {
  const kind = kindOf(given(fieldName(key, 'kind')))
  if (!kind) return []
  const names: ComponentField[] = [
    'standing',
    'title',
    'description',
    ...detailsOf(kind).map(([name]) => name),
  ]
  const values = names.map((name) => [name, given(fieldName(key, name))])
  return [{ ...newComponent(kind, key), ...Object.fromEntries(values) } as Component]
}

function kindOf(text: string): ComponentKind | undefined {
  return componentKinds.find((kind) => kind === text)
}

/** What a button of the list asks for: `add process_step`, `up KEY`; null for one that only saves. */
export function listChangeOf(text: string, freshKey: (kind: ComponentKind) => string): ListChange | null {
  const [what, of = ''] = text.split(' ')
  const kind = kindOf(of)
  if (what === 'add' && kind) return { do: 'add', kind, key: freshKey(kind) }
  return what === 'remove' || what === 'up' || what === 'down' ? { do: what, key: of } : null
}
