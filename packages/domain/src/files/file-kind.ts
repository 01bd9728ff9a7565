/** What may be attached, told by content and never by name. */
export const fileKinds = [
  'pdf',
  'jpeg',
  'png',
  'webp',
  'docx',
  'xlsx',
  'pptx',
  'odt',
  'ods',
  'odp',
  'text',
  'csv',
] as const
export type FileKind = (typeof fileKinds)[number]

/** Kinds that are shown as pictures; all others are documents, to be downloaded. */
export const pictureKinds = ['jpeg', 'png', 'webp'] as const satisfies readonly FileKind[]
export type PictureKind = (typeof pictureKinds)[number]

export function isPicture(kind: FileKind): kind is PictureKind {
  return pictureKinds.some((one) => one === kind)
}

const office = 'application/vnd.openxmlformats-officedocument'
const open = 'application/vnd.oasis.opendocument'

/** The type each kind is served as. Text is said to be UTF-8, since nothing else is taken in. */
export const mediaTypeOf: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  odt: `${open}.text`,
  ods: `${open}.spreadsheet`,
  odp: `${open}.presentation`,
  text: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
}

/** How the name of a file of each kind ends. */
export const extensionOf: Readonly<Record<FileKind, string>> = {
  pdf: 'pdf',
  jpeg: 'jpg',
  png: 'png',
  webp: 'webp',
  docx: 'docx',
  xlsx: 'xlsx',
  pptx: 'pptx',
  odt: 'odt',
  ods: 'ods',
  odp: 'odp',
  text: 'txt',
  csv: 'csv',
}

/** What a file field of a page offers to choose from; a hint for people, never trusted. */
export const chosenFrom = '.pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx,.pptx,.odt,.ods,.odp,.txt,.csv'
