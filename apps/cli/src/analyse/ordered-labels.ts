/**
 * The same ids, numbered by the order of their labels: as numbers where all are, otherwise as text. So a result does not
 * depend on the order of the rows of a file, and "smaller id" means what a reader expects.
 */
export function inOrder({ ids, labels }: { ids: Int32Array; labels: readonly string[] }): {
  ids: Int32Array
  labels: string[]
} {
  const numbers = Float64Array.from(labels, (label) => (label === '' ? NaN : Number(label)))
  const byText = (a: number, b: number) => (labels[a]! < labels[b]! ? -1 : 1)
  const order = Int32Array.from(labels, (_, id) => id)
  const compare = numbers.every(Number.isFinite)
    ? (a: number, b: number) => numbers[a]! - numbers[b]! || byText(a, b)
    : byText
  if (!order.every((id) => id === 0 || compare(id - 1, id) < 0)) order.sort(compare)
  const rank = new Int32Array(labels.length)
  order.forEach((id, place) => (rank[id] = place))
  return { ids: ids.map((id) => rank[id]!), labels: Array.from(order, (id) => labels[id]!) }
}

/** Whether every label is a whole number as JSON would write it, so that it may be printed as one. */
export function areWholeNumbers(labels: readonly string[]): boolean {
  return labels.every((label) => /^(0|-?[1-9]\d{0,14})$/.test(label))
}
