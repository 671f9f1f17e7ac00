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

/** The smallest form that the reader's program takes. */
export function chosenForm({ bytes, gzip, brotli }: Forms, acceptEncoding: string | undefined): Chosen {
  const accepted = acceptEncoding ?? ''
  if (brotli && /\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted)) return { body: brotli, encoding: 'br' }
  if (gzip && /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted)) return { body: gzip, encoding: 'gzip' }
  return { body: bytes }
}

/** Whether the reader's program holds these very bytes already. Source: RFC 9110, 13.1.2. */
export function holds(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*')
}
