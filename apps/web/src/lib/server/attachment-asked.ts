import { error } from '@sveltejs/kit'
import type { RequestEvent } from '@sveltejs/kit'
import { holderIn } from '#lib/attachments/addresses.ts'
import { errorTexts } from '#lib/texts/errors.ts'

/** The record that an address below `/lampiran` means. A word that is no record is not found. */
export function attachmentAsked({
  params,
  locals: { now, lang },
}: {
  params: Partial<Record<string, string>>
  locals: Pick<RequestEvent['locals'], 'now' | 'lang'>
}) {
  const holder = holderIn(params['of'] ?? '')
  if (holder === null) error(404, errorTexts[lang].notFound.says)
  return { holder, key: params['key'] ?? '', now }
}
