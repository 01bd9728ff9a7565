/** Columns of counts by year with room for their numbers, every so many of them named. */
export function yearColumns(
  years: readonly { year: number; count: number }[],
  { width, height }: { width: number; height: number },
) {
  const [top, bottom] = [24, 28]
  const floor = height - bottom
  const most = Math.max(1, ...years.map(({ count }) => count))
  const step = width / Math.max(1, years.length)
  const every = Math.ceil(46 / step)
  const columns = years.map(({ year, count }, i) => ({
    year,
    count,
    x: i * step + step * 0.12,
    wide: step * 0.76,
    y: floor - (count / most) * (floor - top),
    isLabelled: (years.length - 1 - i) % every === 0,
  }))
  return { width, height, floor, columns }
}
