/** Tells whoever waits; standard output is kept for the answer. */
export function progress(line: string): void {
  console.error(line)
}
