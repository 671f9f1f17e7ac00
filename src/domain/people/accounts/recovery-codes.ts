import { randomInt } from 'node:crypto'

const AMOUNT = 10
const GROUPS = 4
const LETTERS_IN_GROUP = 4
/** Without letters that are taken for one another. Source: Crockford's Base32. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

/** Fresh codes of 80 random bits, to be kept on paper for the day on which the app is lost. */
export function recoveryCodes(): string[] {
  return Array.from({ length: AMOUNT }, () => Array.from({ length: GROUPS }, group).join('-'))
}

function group(): string {
  return Array.from({ length: LETTERS_IN_GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}

/** A code as it was given out, however it was typed; undefined for what cannot be one. */
export function recoveryCodeFrom(typed: string): string | undefined {
  const letters = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/o/g, '0')
    .replace(/[il]/g, '1')
    .replace(/[^0-9a-z]/g, '')
  return letters.length === GROUPS * LETTERS_IN_GROUP ? letters.replace(/.{4}(?!$)/g, '$&-') : undefined
}
