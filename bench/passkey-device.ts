import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

/** Present, unlocked; and that a key comes along. Source: WebAuthn, 6.1. */
const UNLOCKED = 0x05
const WITH_KEY = 0x40
const ES256 = -7

/** A device that holds one passkey, as a browser would use it. */
export interface PasskeyDevice {
  /** Answers what a page asks so that a key is made. */
  made(options: { challenge: string }): string
  /** Answers what a page asks of who comes in. */
  used(options: { challenge: string }): string
}

export function passkeyDevice(origin: string): PasskeyDevice {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest()
  const id = credentialId.toString('base64url')
  const party = sha256(new URL(origin).hostname)
  const said = (type: string, challenge: string) => Buffer.from(JSON.stringify({ type, challenge, origin }))
  const answer = (response: object) =>
    JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })

  return {
    made({ challenge }) {
      const { x, y } = publicKey.export({ format: 'jwk' })
      const key = isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, ES256],
          [-1, 1],
          [-2, bytes(x!)],
          [-3, bytes(y!)],
        ]),
      )
      const length = Buffer.from([0, credentialId.length])
      const authData = Buffer.concat([party, stateOf(UNLOCKED | WITH_KEY), Buffer.alloc(16), length, credentialId, key])
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ])
      const attestationObject = Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url')
      return answer({ attestationObject, clientDataJSON: said('webauthn.create', challenge).toString('base64url') })
    },
    used({ challenge }) {
      const authenticatorData = Buffer.concat([party, stateOf(UNLOCKED)])
      const clientData = said('webauthn.get', challenge)
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientData)]), privateKey)
      return answer({
        authenticatorData: authenticatorData.toString('base64url'),
        clientDataJSON: clientData.toString('base64url'),
        signature: signature.toString('base64url'),
      })
    },
  }
}

/** Flags, and a counter that stands still. */
function stateOf(flags: number): Buffer {
  return Buffer.from([flags, 0, 0, 0, 0])
}

function sha256(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest()
}

function bytes(base64url: string): Uint8Array {
  return Uint8Array.from(Buffer.from(base64url, 'base64url'))
}
