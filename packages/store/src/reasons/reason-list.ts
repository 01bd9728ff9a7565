import { shippedReasons } from '@semai/domain/reasons/reason'
import type { Reason } from '@semai/domain/reasons/reason'
import type { Db } from '../db/transaction.ts'

/** The closed list in its order, retired entries included; where none is stored, the shipped one. One query. */
export async function reasonList(db: Db): Promise<readonly Reason[]> {
  const rows = await db
    .selectFrom('reason')
    .select(['code', 'label_id', 'label_en', 'retired_at'])
    .orderBy('position')
    .orderBy('code')
    .execute()
  if (rows.length === 0) return shippedReasons
  return rows.map(({ code, label_id, label_en, retired_at }) => ({
    code,
    label: { id: label_id, en: label_en },
    isRetired: retired_at !== null,
  }))
}

/** The codes that can be chosen now, in their order. One query. */
export async function reasonChoices(db: Db): Promise<string[]> {
  const list = await reasonList(db)
  return list.filter(({ isRetired }) => !isRetired).map(({ code }) => code)
}

/** What each reason is called in a language, retired ones too. One query. */
export async function reasonWords(db: Db, lang: 'id' | 'en'): Promise<Record<string, string>> {
  return Object.fromEntries((await reasonList(db)).map(({ code, label }) => [code, label[lang]]))
}

/** What the reasons that can be chosen now are called in a language, in their order. One query. */
export async function reasonNamesToChoose(db: Db, lang: 'id' | 'en'): Promise<Record<string, string>> {
  const list = await reasonList(db)
  return Object.fromEntries(
    list.flatMap(({ code, label, isRetired }) => (isRetired ? [] : [[code, label[lang]] as const])),
  )
}
