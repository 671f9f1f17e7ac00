import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

export interface Certificate {
  /** Both as PEM. */
  cert: string
  key: string
}

const DAY_MS = 86_400_000

/** A certificate for one name that signs itself, for servers of the tests. Source: RFC 5280. */
export function certificateFor(name: string): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const body = sequence(
    der(0xa0, der(INTEGER, Buffer.of(2))),
    der(INTEGER, Buffer.concat([Buffer.of(1), randomBytes(8)])),
    SHA256_WITH_ECDSA,
    nameOf(name),
    sequence(moment(Date.now() - DAY_MS), moment(Date.now() + DAY_MS)),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(SUBJECT_ALT_NAME, der(OCTETS, sequence(der(0x82, Buffer.from(name))))))),
  )
  const seal = der(BITS, Buffer.concat([Buffer.of(0), sign('sha256', body, privateKey)]))
  const base64 = sequence(body, SHA256_WITH_ECDSA, seal).toString('base64').replace(/.{64}/g, '$&\n')
  const cert = `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`
  return { cert, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
}

const INTEGER = 0x02
const BITS = 0x03
const OCTETS = 0x04
const OBJECT = 0x06
const UTF8 = 0x0c
const TIME = 0x17
const SEQUENCE = 0x30
const SET = 0x31

const SHA256_WITH_ECDSA = sequence(der(OBJECT, Buffer.from('2a8648ce3d040302', 'hex')))
const COMMON_NAME = der(OBJECT, Buffer.from('550403', 'hex'))
const SUBJECT_ALT_NAME = der(OBJECT, Buffer.from('551d11', 'hex'))

function nameOf(name: string) {
  return sequence(der(SET, sequence(COMMON_NAME, der(UTF8, Buffer.from(name)))))
}

function moment(at: number) {
  const text = new Date(at).toISOString().replace(/\.\d+|[-:T]/g, '')
  return der(TIME, Buffer.from(text.slice(2)))
}

function sequence(...parts: Buffer[]): Buffer {
  return der(SEQUENCE, ...parts)
}

/** Source: ITU-T X.690, 8.1. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const { length } = body
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.of(tag, ...size), body])
}
