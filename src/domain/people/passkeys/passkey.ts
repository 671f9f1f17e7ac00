import type { Id } from '../../../kit/ids.ts'

export type PasskeyId = Id<'passkey'>

/** The public half of a key that a device keeps; it lets in whoever unlocks that device. */
export interface Passkey {
  id: PasskeyId
  accountId: string
  /** As the device calls it. */
  credentialId: string
  publicKey: string
  /** How often the device says that it was used; a smaller number than before tells of a copy. */
  counter: number
  /** How a browser reaches the device, with commas between. */
  transports: string
  /** The browser and system on which it was made. */
  device: string
  createdAt: number
  usedAt: number | null
}

/** As many as one account can have. */
export const MOST_PASSKEYS = 20
