import { short } from './path.ts'

/** One of several small pictures: values from 0 to 1, one a year. */
export type SmallLine = {
  key: string
  name: string
  address?: string | undefined
  /** What is written large: the last value. */
  figure: string
  /** What is written beside it. */
  note: string
  values: readonly number[]
}

export const smallSize = { width: 200, height: 96, top: 6, bottom: 18, left: 2, right: 6 }

/** The line of yearly values, as high as one is, and the area under it. */
export function smallPath(values: readonly number[]): {
  path: string
  area: string
  end: { x: number; y: number }
} {
  const { width, height, top, bottom, left, right } = smallSize
  const step = (width - left - right) / Math.max(1, values.length - 1)
  const y = (value: number) => height - bottom - value * (height - top - bottom)
  const points = values.map((value, i) => `${short(left + i * step)} ${short(y(value))}`)
  const end = { x: left + (values.length - 1) * step, y: y(values.at(-1) ?? 0) }
  const path = `M${points.join('L')}`
  return { path, area: `${path}L${short(end.x)} ${short(y(0))}L${left} ${short(y(0))}z`, end }
}
