import { readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { isAlive } from '@semai/store/db/cluster-process'

/** Processes of the database server: PostgreSQL's all work in its data folder. */
export function workingIn(folder: string): number[] {
  return numbers().filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder && isAlive(pid)
    } catch {
      return false // gone meanwhile
    }
  })
}

/** A process and all it started, and those they started. */
export function familyOf(pid: number): number[] {
  const children = numbers().filter((other) => parentOf(other) === pid)
  return [pid, ...children.flatMap(familyOf)]
}

/** Kills without a word, at once; who is gone already is fine. */
export function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // gone already
    }
  }
}

function numbers(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
}

function parentOf(pid: number): number | null {
  try {
    return Number(/^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1])
  } catch {
    return null
  }
}
