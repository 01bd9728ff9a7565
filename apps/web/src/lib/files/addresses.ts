/** What an address of a file needs to know of it. */
type Shown = {
  fileId: string
  variants: readonly { width: number; height: number; format: 'webp' | 'jpeg' }[]
}

/** Where the file itself is downloaded. */
export function downloadOf({ fileId }: Pick<Shown, 'fileId'>): string {
  return `/berkas/${fileId}/unduh`
}

/** The sizes of a picture in one format, as `srcset` says them. */
export function srcset({ fileId, variants }: Shown, format: 'webp' | 'jpeg'): string {
  return variants
    .filter((one) => one.format === format)
    .map(({ width }) => `${addressOf(fileId, { width, format })} ${width}w`)
    .join(', ')
}

/** The size nearest to a width from above, in the format every browser reads. */
export function sizeNear({ fileId, variants }: Shown, wanted: number) {
  const sizes = variants.filter(({ format }) => format === 'jpeg')
  const size = sizes.find(({ width }) => width >= wanted) ?? sizes.at(-1)!
  return { src: addressOf(fileId, size), width: size.width, height: size.height }
}

function addressOf(fileId: string, { width, format }: { width: number; format: 'webp' | 'jpeg' }): string {
  return `/berkas/${fileId}/${width}.${format === 'webp' ? 'webp' : 'jpg'}`
}
