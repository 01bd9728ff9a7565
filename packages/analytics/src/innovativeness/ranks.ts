/** Ranks from the highest, which is 1; equal values share the smallest of their ranks, and NaN has none (NaN). */
export function descendingRanks(values: Float64Array): Float64Array {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  return values.map((value) => {
    if (Number.isNaN(value)) return NaN
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sorted[middle]! > value) high = middle
      else low = middle + 1
    }
    return 1 + sorted.length - low
  })
}
