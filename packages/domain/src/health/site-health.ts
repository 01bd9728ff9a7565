import type { JobState } from '../jobs/job.ts'
import type { Says } from '../text/says.ts'

/** What is measured of a site; bytes as such, `null` where nobody knows. */
export type SiteHealth = {
  database: { version: string; bytes: number; migration: number; connections: number; most: number }
  files: { count: number; bytes: number; orphans: number; orphanBytes: number; uploads: number }
  /** The disk of the data folder. */
  disk: { bytes: number; freeBytes: number } | null
  jobs: Partial<Record<JobState, number>>
  /** Mail whose time has come and that has not left, mail for later, and mail that was given up. */
  mail: { due: number; later: number; failed: number; isOn: boolean }
  lastBackup: Date | null
  node: string
  product: string
  webProcesses: number | null
}

/** good; `look`: somebody should look; `act`: something is wrong. */
export type HealthState = 'good' | 'look' | 'act'

/** One thing an operator should know: how it is, in plain words, and a share (0 to 1) to draw where there is one. */
export type HealthFinding = { key: string; what: Says; state: HealthState; says: Says; share: number | null }

/** Below these shares of free disk, above these shares of connections, after these days without a backup. */
export const healthLimits = {
  freeLook: 0.2,
  freeAct: 0.08,
  leastFreeBytes: 500_000_000,
  connectionsLook: 0.8,
  backupLookDays: 2,
  backupActDays: 8,
} as const

const dayMs = 86_400_000

/** Everything that was measured, in the order in which it is shown. */
export function healthFindings(health: SiteHealth, now: Date): HealthFinding[] {
  return [
    diskFinding(health.disk),
    databaseFinding(health),
    filesFinding(health.files),
    jobsFinding(health.jobs),
    mailFinding(health.mail),
    backupFinding(health.lastBackup, now),
    versionsFinding(health),
  ]
}

function diskFinding(disk: SiteHealth['disk']): HealthFinding {
  const named = { key: 'disk', what: { id: 'Sisa ruang disk', en: 'Disk left' } }
  if (disk === null) {
    const says = { id: 'Tidak dapat dibaca.', en: 'It can not be read.' }
    return { ...named, state: 'look', says, share: null }
  }
  const free = disk.freeBytes / Math.max(1, disk.bytes)
  const isShort = free < healthLimits.freeAct || disk.freeBytes < healthLimits.leastFreeBytes
  const isLow = free < healthLimits.freeLook
  const says = {
    id: `${sizeIn('id', disk.freeBytes)} bebas dari ${sizeIn('id', disk.bytes)}.${isShort ? ' Kosongkan ruang sekarang: bila habis, tidak ada yang tersimpan.' : ''}`,
    en: `${sizeIn('en', disk.freeBytes)} free of ${sizeIn('en', disk.bytes)}.${isShort ? ' Make room now: once it is full, nothing is stored.' : ''}`,
  }
  return { ...named, state: isShort ? 'act' : isLow ? 'look' : 'good', says, share: 1 - free }
}

function databaseFinding({ database }: SiteHealth): HealthFinding {
  const { bytes, connections, most } = database
  const isBusy = connections / Math.max(1, most) > healthLimits.connectionsLook
  return {
    key: 'database',
    what: { id: 'Basis data', en: 'Database' },
    state: isBusy ? 'look' : 'good',
    says: {
      id: `${sizeIn('id', bytes)}; ${connections} dari ${most} sambungan terpakai.`,
      en: `${sizeIn('en', bytes)}; ${connections} of ${most} connections in use.`,
    },
    share: connections / Math.max(1, most),
  }
}

function filesFinding({ count, bytes, orphans, orphanBytes, uploads }: SiteHealth['files']): HealthFinding {
  return {
    key: 'files',
    what: { id: 'Berkas', en: 'Files' },
    state: 'good',
    says: {
      id: `${count} berkas, ${sizeIn('id', bytes)}. Tidak terpakai: ${orphans}, ${sizeIn('id', orphanBytes)}; dibersihkan tiap malam. Unggahan belum selesai: ${uploads}.`,
      en: `${count} files, ${sizeIn('en', bytes)}. In no use: ${orphans}, ${sizeIn('en', orphanBytes)}; cleaned up every night. Unfinished uploads: ${uploads}.`,
    },
    share: orphanBytes === 0 ? null : orphanBytes / bytes,
  }
}

function jobsFinding(jobs: SiteHealth['jobs']): HealthFinding {
  const { dead = 0, failing = 0, running = 0, waiting = 0 } = jobs
  const all = dead + failing + running + waiting
  return {
    key: 'jobs',
    what: { id: 'Pekerjaan', en: 'Jobs' },
    state: dead > 0 ? 'act' : failing > 0 ? 'look' : 'good',
    says: {
      id: `${waiting} menunggu, ${running} berjalan, ${failing} akan dicoba lagi, ${dead} menyerah.`,
      en: `${waiting} waiting, ${running} running, ${failing} to be tried again, ${dead} given up.`,
    },
    share: dead + failing === 0 ? null : (dead + failing) / all,
  }
}

function mailFinding({ due, later, failed, isOn }: SiteHealth['mail']): HealthFinding {
  const all = due + later + failed
  const off = {
    id: ' Surel tidak dinyalakan; kabar hanya tampil di situs.',
    en: ' Mail is off; notices are shown on the site only.',
  }
  return {
    key: 'mail',
    what: { id: 'Surel', en: 'Mail' },
    state: failed > 0 ? 'act' : isOn && due > 50 ? 'look' : 'good',
    says: {
      id: `${due} menunggu dikirim, ${later} untuk nanti, ${failed} gagal.${isOn ? '' : off.id}`,
      en: `${due} waiting to leave, ${later} for later, ${failed} failed.${isOn ? '' : off.en}`,
    },
    share: due + failed === 0 ? null : (due + failed) / all,
  }
}

function backupFinding(lastBackup: Date | null, now: Date): HealthFinding {
  const named = { key: 'backup', what: { id: 'Cadangan terakhir', en: 'Last backup' } }
  if (lastBackup === null) {
    const says = {
      id: 'Belum pernah dengan "semai backup". Cadangan yang dibuat cara lain tidak diketahui di sini.',
      en: 'None yet with "semai backup". Backups made in other ways are not known here.',
    }
    return { ...named, state: 'look', says, share: null }
  }
  const days = Math.max(0, Math.floor((now.getTime() - lastBackup.getTime()) / dayMs))
  const state =
    days >= healthLimits.backupActDays ? 'act' : days >= healthLimits.backupLookDays ? 'look' : 'good'
  const says =
    days === 0
      ? { id: 'Kurang dari sehari yang lalu.', en: 'Less than a day ago.' }
      : { id: `${days} hari yang lalu.`, en: `${days} ${days === 1 ? 'day' : 'days'} ago.` }
  return { ...named, state, says, share: Math.max(0, 1 - days / healthLimits.backupActDays) }
}

function versionsFinding({ product, node, database, webProcesses }: SiteHealth): HealthFinding {
  const common = `Semai ${product}, Node ${node}, PostgreSQL ${database.version}`
  const processes = {
    id: webProcesses === null ? '' : `; ${webProcesses} proses menjawab`,
    en:
      webProcesses === null
        ? ''
        : `; ${webProcesses} ${webProcesses === 1 ? 'process answers' : 'processes answer'}`,
  }
  return {
    key: 'versions',
    what: { id: 'Versi dan proses', en: 'Versions and processes' },
    state: 'good',
    says: {
      id: `${common}, migrasi ${database.migration}${processes.id}.`,
      en: `${common}, migration ${database.migration}${processes.en}.`,
    },
    share: null,
  }
}

const units = [
  [1e12, 'TB'],
  [1e9, 'GB'],
  [1e6, 'MB'],
  [1e3, 'kB'],
] as const

/**
 * Bytes in the largest unit that is at least one, with a decimal below ten.
 * @example sizeIn('id', 1_250_000_000) // '1,3 GB'
 */
export function sizeIn(lang: keyof Says, bytes: number): string {
  const found = units.find(([from]) => bytes >= from)
  if (found === undefined) return `${bytes} B`
  const value = bytes / found[0]
  const text = value < 9.95 ? value.toFixed(1) : String(Math.round(value))
  return `${lang === 'id' ? text.replace('.', ',') : text} ${found[1]}`
}
