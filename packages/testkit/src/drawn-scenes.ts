import { aPng } from './made-files.ts'
import type { Colour } from './made-files.ts'

const mix = (a: Colour, b: Colour, share: number): Colour =>
  [0, 1, 2].map((i) =>
    Math.round(a[i]! + (b[i]! - a[i]!) * Math.min(1, Math.max(0, share))),
  ) as unknown as Colour

/** Scenes of the demonstration, drawn by these lines: nobody's photographs, and nobody in them. */
export const scenes = {
  /** A boat on a calm sea before islands, in the morning. */
  boat: (width: number, height: number) =>
    aPng(width, height, (px, py) => {
      const [x, y] = [px / width, py / height]
      const horizon = 0.55
      const sun = Math.hypot((x - 0.74) * (width / height), y - 0.36)
      const hull = y > 0.68 && y < 0.76 && Math.abs(x - 0.36) < 0.16 - (y - 0.68) * 0.6
      const sail = y > 0.34 && y < 0.67 && x > 0.37 && x < 0.37 + (y - 0.34) * 0.42
      const mast = y > 0.3 && y < 0.68 && Math.abs(x - 0.362) < 0.004
      const island =
        horizon - 0.1 * Math.max(0, Math.sin(x * 5.2 + 0.5)) - 0.03 * Math.max(0, Math.sin(x * 13))
      if (hull) return [92, 58, 40]
      if (mast) return [70, 46, 34]
      if (sail) return mix([250, 246, 232], [233, 212, 166], (x - 0.37) * 5)
      if (y > horizon) {
        const glint = Math.abs(x - 0.74) < 0.02 + (y - horizon) * 0.35 && Math.sin(y * 260 + x * 9) > 0.45
        return glint ? [255, 226, 150] : mix([126, 186, 196], [18, 88, 110], (y - horizon) * 2)
      }
      if (y > island) return mix([64, 120, 104], [110, 158, 138], (horizon - y) * 8)
      if (sun < 0.075) return [255, 214, 102]
      return mix([255, 232, 190], [150, 202, 220], (horizon - y) * 1.7)
    }),
  /** Rice terraces below a mountain. */
  terraces: (width: number, height: number) =>
    aPng(width, height, (px, py) => {
      const [x, y] = [px / width, py / height]
      const mountain = 0.5 - 0.3 * Math.exp(-(((x - 0.42) * 3.2) ** 2)) - 0.05 * Math.sin(x * 9)
      const line = y * 16 + Math.sin(x * 4.4 + y * 5) * 0.9
      const step = line - Math.floor(line)
      if (y < mountain) return mix([196, 224, 232], [250, 244, 226], y * 1.8)
      if (y < 0.54) return mix([70, 98, 128], [116, 146, 150], (y - mountain) * 3)
      if (step < 0.16) return mix([188, 214, 206], [224, 234, 214], x)
      return mix(mix([60, 134, 70], [150, 186, 70], step), [36, 92, 60], (y - 0.54) * 0.9)
    }),
  /** The front of a small health post, with a path and two palms. */
  post: (width: number, height: number) =>
    aPng(width, height, (px, py) => {
      const [x, y] = [px / width, py / height]
      const roof = y > 0.3 && y < 0.46 && Math.abs(x - 0.5) < 0.12 + (y - 0.3) * 1.5
      const wall = y >= 0.46 && y < 0.76 && Math.abs(x - 0.5) < 0.3
      const door = y > 0.55 && y < 0.76 && Math.abs(x - 0.5) < 0.055
      const window = y > 0.54 && y < 0.65 && (Math.abs(x - 0.31) < 0.06 || Math.abs(x - 0.69) < 0.06)
      const cross =
        (Math.abs(x - 0.5) < 0.011 && Math.abs(y - 0.4) < 0.04) ||
        (Math.abs(y - 0.4) < 0.012 && Math.abs(x - 0.5) < 0.03)
      const path = y >= 0.76 && Math.abs(x - 0.5) < 0.05 + (y - 0.76) * 0.7
      const palm = [0.1, 0.91].some(
        (at) => Math.abs(x - at - Math.sin(y * 3) * 0.012) < 0.008 && y > 0.36 && y < 0.78,
      )
      const leaf = [0.1, 0.91].some(
        (at) => Math.abs(y - 0.36 - Math.abs(x - at) ** 1.4 * 2.2) < 0.02 && Math.abs(x - at) < 0.1,
      )
      if (cross) return [255, 250, 240]
      if (roof) return mix([176, 84, 58], [140, 60, 44], (y - 0.3) * 6)
      if (leaf) return [52, 126, 74]
      if (palm) return [120, 94, 66]
      if (door) return [38, 96, 88]
      if (window) return mix([120, 178, 190], [196, 224, 226], (y - 0.54) * 9)
      if (wall) return mix([252, 244, 222], [238, 222, 190], (y - 0.46) * 3)
      if (path) return mix([222, 202, 164], [198, 172, 130], (y - 0.76) * 4)
      if (y >= 0.74) return mix([126, 176, 84], [74, 130, 66], (y - 0.74) * 4)
      return mix([142, 202, 226], [232, 242, 236], y * 1.3)
    }),
} as const satisfies Readonly<Record<string, (width: number, height: number) => Buffer>>
