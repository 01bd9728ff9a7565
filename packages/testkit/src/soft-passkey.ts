import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** What a browser and its device say about one question; a test says otherwise what it wants to see refused. */
export type Saying = {
  challenge: string
  origin: string
  rpId: string
  /** Whose the key is, in base64url. */
  userHandle?: string
  type?: string
  /** How often the key says it was used. */
  count?: number
  /** Present, recognised, may live on several devices, does: 0x01, 0x04, 0x08, 0x10. */
  flags?: number
}

const usual = 0x01 | 0x04
const hasKey = 0x40

/** A passkey without a device: makes and shows itself as a browser would pass it on, as JSON. */
export type SoftPasskey = {
  id: string
  made(saying: Saying): string
  shown(saying: Saying): string
}

/**
 * A new key on the curve P-256.
 * Source: Web Authentication, sections 6.1 (authenticator data), 6.5 (attestation) and 5.8.1 (client data); RFC 9053, 7.1.1.
 */
export function softPasskey(): SoftPasskey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = randomBytes(16)
  const id = credentialId.toString('base64url')
  const { x, y } = publicKey.export({ format: 'jwk' })
  const coseKey = Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    cborBytes(Buffer.from(x!, 'base64url')),
    Buffer.from([0x22]),
    cborBytes(Buffer.from(y!, 'base64url')),
  ])
  const answer = (response: object) => JSON.stringify({ id, rawId: id, type: 'public-key', response })
  return {
    id,
    made(saying) {
      const length = Buffer.from([0, credentialId.length])
      const authData = Buffer.concat([head(saying, hasKey), Buffer.alloc(16), length, credentialId, coseKey])
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        cborText('fmt'),
        cborText('none'),
        cborText('attStmt'),
        Buffer.from([0xa0]),
        cborText('authData'),
        cborBytes(authData),
      ])
      return answer({
        clientDataJSON: clientData(saying, 'webauthn.create').toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      })
    },
    shown(saying) {
      const authData = head(saying, 0)
      const said = clientData(saying, 'webauthn.get')
      const signed = Buffer.concat([authData, createHash('sha256').update(said).digest()])
      return answer({
        clientDataJSON: said.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
        userHandle: saying.userHandle ?? null,
      })
    },
  }
}

function head({ rpId, flags = usual, count = 0 }: Saying, more: number): Buffer {
  const counter = Buffer.alloc(4)
  counter.writeUInt32BE(count)
  return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags | more]), counter])
}

function clientData({ challenge, origin, type }: Saying, usualType: string): Buffer {
  return Buffer.from(JSON.stringify({ type: type ?? usualType, challenge, origin, crossOrigin: false }))
}

function cborText(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)])
}

function cborBytes(bytes: Buffer): Buffer {
  const length = bytes.length < 256 ? [0x58, bytes.length] : [0x59, bytes.length >> 8, bytes.length & 255]
  return Buffer.concat([Buffer.from(length), bytes])
}
