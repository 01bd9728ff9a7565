import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import S3rver from 's3rver'
import { signatureGate } from './signature-gate.ts'

/** A running server that speaks S3 on this machine only, with one bucket, and the settings that point at it. */
export type S3Server = { env: Record<string, string>; stop(): Promise<void> }

/** Starts one with an empty bucket in a folder of its own, behind a gate that checks every signature, as it does not. */
export async function s3Server(): Promise<S3Server> {
  const directory = mkdtempSync(join(tmpdir(), 'semai-s3-'))
  const bucket = 'semai'
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: bucket }],
  })
  const gate = signatureGate({ ...(await server.run()), secret: 'S3RVER' }).listen(0, '127.0.0.1')
  await once(gate, 'listening')
  const { port } = gate.address() as AddressInfo
  const env = {
    SEMAI_S3_ENDPOINT: `http://127.0.0.1:${port}`,
    SEMAI_S3_BUCKET: bucket,
    SEMAI_S3_ACCESS_KEY: 'S3RVER',
    SEMAI_S3_SECRET_KEY: 'S3RVER',
  }
  const stop = async () => {
    gate.closeAllConnections()
    gate.close()
    await server.close()
    rmSync(directory, { recursive: true, force: true })
  }
  return { env, stop }
}
