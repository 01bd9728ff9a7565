/** Edges as they are found, each with the hits it made more likely; arrays that grow. */
export type EdgeRecords = {
  size: number
  child: Int32Array
  parent: Int32Array
  gain: Float64Array
  /** Improvements of edge i are start[i] to below start[i + 1]. */
  start: Int32Array
  improved: number
  hit: Int32Array
  source: Int32Array
  by: Float64Array
  add(child: number, parent: number, gain: number): void
  /** The last edge added explains `hit` from the earlier hit `source`, better by `by`. */
  improve(hit: number, source: number, by: number): void
}

export function edgeRecords(): EdgeRecords {
  return {
    size: 0,
    child: new Int32Array(1024),
    parent: new Int32Array(1024),
    gain: new Float64Array(1024),
    start: new Int32Array(1025),
    improved: 0,
    hit: new Int32Array(8192),
    source: new Int32Array(8192),
    by: new Float64Array(8192),
    add(child, parent, gain) {
      if (this.size === this.child.length) {
        this.child = grown(this.child)
        this.parent = grown(this.parent)
        this.gain = grown(this.gain)
        this.start = grown(this.start)
      }
      this.child[this.size] = child
      this.parent[this.size] = parent
      this.gain[this.size++] = gain
      this.start[this.size] = this.improved
    },
    improve(hit, source, by) {
      if (this.improved === this.hit.length) {
        this.hit = grown(this.hit)
        this.source = grown(this.source)
        this.by = grown(this.by)
      }
      this.hit[this.improved] = hit
      this.source[this.improved] = source
      this.by[this.improved++] = by
      this.start[this.size] = this.improved
    },
  }
}

function grown<List extends Int32Array | Float64Array>(list: List): List {
  const larger = new (list.constructor as new (length: number) => List)(2 * list.length + 1)
  larger.set(list)
  return larger
}
