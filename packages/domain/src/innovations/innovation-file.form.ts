import { z } from 'zod'
import type { Says } from '../text/says.ts'
import type { InnovationContent } from './innovation-content.form.ts'

/** What a file is there for; a closed list, since it will be counted. */
export const filePurposes = ['picture', 'evidence', 'procedure', 'decree', 'other'] as const
export type FilePurpose = (typeof filePurposes)[number]

/** Under which terms it may be shown. `agency`: the agency's own, with its name; `permission`: of somebody who agreed. */
export const fileLicences = ['cc_by', 'agency', 'permission'] as const
export type FileLicence = (typeof fileLicences)[number]

/** Whether somebody can be recognised in it, and agreed. `unsaid`: nobody has looked yet. */
export const peopleShown = ['unsaid', 'nobody', 'agreed'] as const
export type PeopleShown = (typeof peopleShown)[number]

/** The statements of the editor that a file can be evidence for. */
export const provenFields = [
  'problem',
  'solution',
  'started',
  'users',
  'inclusion',
  'results',
  'legalBasis',
  'cost',
  'staff',
] as const satisfies readonly (keyof InnovationContent)[]

/** One line of text; characters that no line shows are left out, since the database refuses some of them. */
const line = (max: number) =>
  z
    .string()
    .max(max)
    .nullish()
    .transform(
      (typed) =>
        typed
          ?.toWellFormed()
          .replace(/\s+/g, ' ')
          .replace(/\p{Cc}/gu, '')
          .trim() || null,
    )

/** What a unit says about a file of its innovation. Nothing is needed while it is not public. */
export const fileDescription = z.object({
  purpose: z.enum(filePurposes),
  proves: z.enum(provenFields).nullish().default(null),
  title: line(160),
  altId: line(300),
  altEn: line(300),
  caption: line(400),
  credit: line(160),
  licence: z.enum(fileLicences).nullish().default(null),
  people: z.enum(peopleShown).default('unsaid'),
  isPublic: z.boolean().default(false),
})
export type FileDescription = z.infer<typeof fileDescription>

/** The field of a description that keeps a file from being shown, with the way out. */
export type NotShowable = { field: keyof FileDescription; says: Says }

/**
 * What is still missing before a file may be shown to everyone, in the order of the form. A picture says in words what
 * can be seen, whose it is, and that nobody is shown who did not agree; a document has a title and terms.
 */
export function missingToShow(
  { title, altId, credit, licence, people }: FileDescription,
  isPicture: boolean,
): NotShowable[] {
  const missing: (NotShowable | false)[] = [
    !isPicture && title === null && { field: 'title', says: says.title },
    isPicture && (altId === null || altId.length < 5) && { field: 'altId', says: says.altId },
    isPicture && credit === null && { field: 'credit', says: says.credit },
    licence === null && { field: 'licence', says: says.licence },
    people === 'unsaid' && { field: 'people', says: says.people },
  ]
  return missing.filter((one) => one !== false)
}

const says = {
  title: {
    id: 'Beri judul yang menjelaskan isi dokumen.',
    en: 'Give the document a title that says what is in it.',
  },
  altId: {
    id: 'Ceritakan dengan kata apa yang terlihat, bagi orang yang tidak dapat melihat gambarnya.',
    en: 'Say in Indonesian what can be seen, for people who cannot see the picture.',
  },
  credit: {
    id: 'Sebutkan siapa yang membuat gambar ini.',
    en: 'Say who made this picture.',
  },
  licence: {
    id: 'Pilih dengan ketentuan apa berkas ini boleh ditampilkan.',
    en: 'Choose under which terms this file may be shown.',
  },
  people: {
    id: 'Katakan apakah ada orang yang dapat dikenali, dan apakah ia setuju.',
    en: 'Say whether somebody can be recognised, and whether they agreed.',
  },
} satisfies Record<string, Says>
