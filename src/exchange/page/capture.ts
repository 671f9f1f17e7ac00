import { open } from 'node:fs/promises'
import { Refusal } from '../../kit/refusal.ts'

export const LARGEST_BYTES = 20_000_000

/** The bytes of a captured page; what is too large is refused by its size, unread. */
export async function bytesOf(path: string): Promise<Uint8Array> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(`${path} cannot be opened: ${REASONS[error.code ?? ''] ?? error.message}.`)
  })
  try {
    const stat = await file.stat()
    if (!stat.isFile()) throw new Refusal(`${path} is no file.`)
    refuseTooLarge(stat.size)
    return await file.readFile()
  } finally {
    await file.close()
  }
}

export function refuseTooLarge(bytes: number): void {
  if (bytes <= LARGEST_BYTES) return
  throw new Refusal(`A captured page has at most ${megabytes(LARGEST_BYTES)} MB; this file has ${megabytes(bytes)} MB.`)
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read',
  EISDIR: 'it is a folder',
}

function megabytes(bytes: number): string {
  return (Math.ceil(bytes / 100_000) / 10).toLocaleString('en')
}
