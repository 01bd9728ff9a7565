/** Marks of a person in a text: an e-mail address, a telephone number, a national identity number (16 digits). */
const marks = [
  /[\w.+-]+@[\w-]+\.[\w.]+/,
  /(?<!\d)(?:\+62|62|0)[\s.-]?8\d{1,3}[\s.-]?\d{3,4}[\s.-]?\d{3,5}(?!\d)/,
  /(?<!\d)\d{16}(?!\d)/,
]

/**
 * Whether a text names a person by an address or a number. Names are not found: people look for them.
 * @example holdsPersonalData('hubungi 0812-3456-7890') // true
 */
export function holdsPersonalData(text: string): boolean {
  return marks.some((mark) => mark.test(text))
}
