import { totalmem } from 'node:os'

const MB = 1024 * 1024

/**
 * The whole postgresql.conf of an embedded database, written anew at each start. Durability is never traded
 * for speed: fsync, synchronous_commit and full_page_writes are on. An operator's own lines go to
 * `postgresql.auto.conf` (`alter system`), which PostgreSQL reads last.
 */
export function clusterSettings(socketFolder: string, memoryBytes: number = totalmem()): string {
  const memoryMb = Math.floor(memoryBytes / MB)
  const sharedMb = Math.min(512, Math.max(64, Math.floor(memoryMb / 16)))
  return [
    `listen_addresses = ''`,
    `unix_socket_directories = '${socketFolder.replaceAll("'", "''")}'`,
    'unix_socket_permissions = 0700',
    'port = 5432',
    'max_connections = 100',
    'password_encryption = scram-sha-256',
    '',
    'fsync = on',
    'synchronous_commit = on',
    'full_page_writes = on',
    '',
    `shared_buffers = ${sharedMb}MB`,
    `effective_cache_size = ${Math.max(256, Math.floor(memoryMb / 2))}MB`,
    'work_mem = 16MB',
    'maintenance_work_mem = 128MB',
    'max_wal_size = 1GB',
    'random_page_cost = 1.1',
    'max_parallel_workers_per_gather = 1',
    'jit = off',
    '',
    `timezone = 'UTC'`,
    `datestyle = 'iso, ymd'`,
    `lc_messages = 'C'`,
    `idle_in_transaction_session_timeout = '5min'`,
    `log_timezone = 'UTC'`,
    `log_line_prefix = '%m [%p] '`,
    'log_checkpoints = off',
    'log_connections = off',
    '',
  ].join('\n')
}
