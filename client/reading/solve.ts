/** A task as the server sets it. Source: ALTCHA's proof of work, version 2, with SHA-256. */
interface Task {
  parameters: { nonce: string; salt: string; keyPrefix: string; cost: number }
}

const MOST_TRIES = 1_000_000
const COUNTER_BYTES = 4

/** The proof that a task was done, as JSON; undefined where no number answers it. */
export async function solved(json: string): Promise<string | undefined> {
  const challenge: Task = JSON.parse(json)
  const { nonce, salt, keyPrefix, cost } = challenge.parameters
  const [saltBytes, nonceBytes, wanted] = [bytesOf(salt), bytesOf(nonce), bytesOf(keyPrefix)]
  const tried = new Uint8Array(saltBytes.length + nonceBytes.length + COUNTER_BYTES)
  tried.set(saltBytes)
  tried.set(nonceBytes, saltBytes.length)
  const end = new DataView(tried.buffer, tried.length - COUNTER_BYTES)
  for (let counter = 0; counter < MOST_TRIES; counter++) {
    end.setUint32(0, counter)
    let key = new Uint8Array(await crypto.subtle.digest('SHA-256', tried))
    for (let round = 1; round < cost; round++) key = new Uint8Array(await crypto.subtle.digest('SHA-256', key))
    if (wanted.every((byte, at) => key[at] === byte))
      return JSON.stringify({ challenge, solution: { counter, derivedKey: hexOf(key) } })
  }
  return undefined
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
