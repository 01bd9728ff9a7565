import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

/** The account the database server runs under. */
export type ServerUser = { uid: number; gid: number }

/**
 * PostgreSQL refuses to run as root. Root therefore runs it under the owner of the first of these paths that
 * exists and is not root's own, or as `nobody`; anybody else runs it under their own account (null).
 */
export function serverUser(paths: string[]): ServerUser | null {
  if (process.getuid?.() !== 0) return null
  for (const path of paths) {
    const owner = statSync(path, { throwIfNoEntry: false })
    if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  }
  return nobody()
}

/** Whether the account can enter the folder and write in it, judged by letting it try. */
export function canUse(folder: string, user: ServerUser | null): boolean {
  const script = 'cd "$1" && test -r . && test -w .'
  return (
    spawnSync('/bin/sh', ['-c', script, 'sh', folder], { cwd: '/', stdio: 'ignore', ...user }).status === 0
  )
}

function nobody(): ServerUser {
  const line = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'))
  return line ? { uid: Number(line[1]), gid: Number(line[2]) } : { uid: 65534, gid: 65534 }
}
