/** The part of pdfmake that is used here; the package brings no types of its own. */
declare module 'pdfmake' {
  type Printed = string | Content | readonly Printed[]
  type Content = { readonly [key: string]: unknown }
  const pdfmake: {
    setFonts(fonts: Record<string, Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>): void
    setUrlAccessPolicy(isAllowed: (url: string) => boolean): void
    setLocalAccessPolicy(isAllowed: (path: string) => boolean): void
    createPdf(definition: Content & { content: readonly Content[] }): { getBuffer(): Promise<Buffer> }
  }
  export default pdfmake
}
