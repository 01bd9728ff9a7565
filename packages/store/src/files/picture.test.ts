import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import sharp from 'sharp'
import { usualLimits } from '@semai/domain/files/file-limits'
import { scenes } from '@semai/testkit/drawn-scenes'
import { aPng } from '@semai/testkit/made-files'
import { preparePicture } from './picture.ts'

const drawn = scenes.boat(2_000, 1_200)
const fault = (promise: Promise<unknown>) =>
  promise.then(
    () => 'taken',
    (problem: { fault?: string; message: string }) => problem.fault ?? problem.message,
  )

test('a photo loses place and camera, stands upright, and comes in three sizes of two formats', async () => {
  const photo = await sharp(drawn)
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'Kamera' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '8/1 13/1 0/1' },
    })
    .toBuffer()
  const { exif } = await sharp(photo).metadata()
  expect(exif?.toString('latin1')).toContain('Kamera')
  const { width, height, bytes, variants } = await preparePicture(photo, 'jpeg', usualLimits)
  expect([width, height]).toEqual([1_200, 2_000])
  expect(variants.map((one) => [one.width, one.height, one.format])).toEqual([
    [320, 533, 'webp'],
    [320, 533, 'jpeg'],
    [800, 1_333, 'webp'],
    [800, 1_333, 'jpeg'],
    [1_200, 2_000, 'webp'],
    [1_200, 2_000, 'jpeg'],
  ])
  for (const one of [bytes, ...variants.map(({ bytes }) => bytes)]) {
    const about = await sharp(one).metadata()
    expect([about.exif, about.xmp, about.iptc, about.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(one.includes('Kamera')).toBe(false)
  }
})

test('what stood behind the picture is gone', async () => {
  const { bytes, variants } = await preparePicture(
    Buffer.concat([drawn, Buffer.from('<script>alert(1)</script>')]),
    'png',
    usualLimits,
  )
  for (const one of [bytes, ...variants.map(({ bytes }) => bytes)])
    expect(one.includes('<script')).toBe(false)
})

test('a small picture is not made larger, and a see-through one gets white behind it', async () => {
  const seeThrough = await sharp({ create: { width: 40, height: 30, channels: 4, background: '#00000000' } })
    .png()
    .toBuffer()
  const { variants } = await preparePicture(seeThrough, 'png', usualLimits)
  expect(variants.map(({ width, format }) => [width, format])).toEqual([
    [40, 'webp'],
    [40, 'jpeg'],
  ])
  const { data } = await sharp(variants[1]!.bytes).raw().toBuffer({ resolveWithObject: true })
  expect([...data.subarray(0, 3)]).toEqual([255, 255, 255])
})

test('more pixels than are allowed are refused before they are read, however small the file', async () => {
  const huge = Buffer.from(aPng(1, 1, () => [0, 0, 0]))
  huge.writeUInt32BE(60_000, 16) // the head says 60,000 by 60,000
  huge.writeUInt32BE(60_000, 20)
  huge.writeUInt32BE(crc32(huge.subarray(12, 29)), 29)
  expect(await fault(preparePicture(huge, 'png', usualLimits))).toBe('too_many_pixels')
  const small = aPng(300, 300, () => [9, 9, 9])
  expect(await fault(preparePicture(small, 'png', { ...usualLimits, picturePixels: 80_000 }))).toBe(
    'too_many_pixels',
  )
})

test('cut, moving and wrong pictures are refused, and the next one is prepared all the same', async () => {
  const frames = [aPng(8, 8, () => [9, 9, 9]), aPng(8, 8, () => [200, 9, 9])]
  const two = await sharp(frames, { join: { animated: true } })
    .webp({ delay: [100, 100] })
    .toBuffer()
  const all = await Promise.all([
    fault(preparePicture(drawn.subarray(0, 9_000), 'png', usualLimits)),
    fault(preparePicture(Buffer.from('\xff\xd8\xff\xe0 bukan gambar', 'latin1'), 'jpeg', usualLimits)),
    fault(preparePicture(two, 'webp', usualLimits)),
    fault(
      preparePicture(
        aPng(4, 4, () => [1, 2, 3]),
        'png',
        usualLimits,
      ),
    ),
  ])
  expect(all).toEqual(['damaged', 'damaged', 'moving', 'taken'])
})
