import { Trouble } from '../../../kit/trouble.ts'

export const SHORTEST_PASSWORD = 10
export const LONGEST_PASSWORD = 128

/** Length is all that is asked of a password. Source: NIST SP 800-63B, 5.1.1. */
export function checkLength(password: string): void {
  if (password.length < SHORTEST_PASSWORD)
    throw new Trouble('invalid', 'password.too-short', { limit: SHORTEST_PASSWORD })
  if (password.length > LONGEST_PASSWORD) throw new Trouble('invalid', 'password.too-long', { limit: LONGEST_PASSWORD })
}
