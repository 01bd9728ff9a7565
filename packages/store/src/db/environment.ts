/** What a program was started with; `process.env` everywhere but in tests. */
export type Environment = Record<string, string | undefined>

/** One line for a person who waits. Commands send it to standard error. */
export type Progress = (line: string) => void

/** Progress nobody reads. */
export const silent: Progress = () => undefined
