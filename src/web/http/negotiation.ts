/** One thing in the forms in which it can be sent. */
export interface Forms {
  bytes: Buffer
  gzip?: Buffer | undefined
  brotli?: Buffer | undefined
}

export interface Chosen {
  body: Buffer
  encoding?: 'br' | 'gzip'
}

export type Encoding = 'brotli' | 'gzip'

/** What HTTP calls them. */
export const CODINGS = { brotli: 'br', gzip: 'gzip' } as const

/** The form that packs best of those that the reader's program takes. */
export function encodingFor(acceptEncoding = ''): Encoding | undefined {
  if (takes(acceptEncoding, BR)) return 'brotli'
  if (takes(acceptEncoding, GZIP)) return 'gzip'
}

/** The smallest form that there is and that the reader's program takes. */
export function chosenForm({ bytes, gzip, brotli }: Forms, acceptEncoding = ''): Chosen {
  if (brotli && takes(acceptEncoding, BR)) return { body: brotli, encoding: 'br' }
  if (gzip && takes(acceptEncoding, GZIP)) return { body: gzip, encoding: 'gzip' }
  return { body: bytes }
}

const BR = /\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i
const GZIP = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i

function takes(accepted: string, coding: RegExp) {
  return coding.test(accepted)
}

/** Whether the reader's program holds these very bytes already. Source: RFC 9110, 13.1.2. */
export function holds(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*')
}
