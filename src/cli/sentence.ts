import { EXIT, type Exit, Refusal } from '../kit/refusal.ts'
import { sentencesIn } from '../kit/sentences.ts'
import { Trouble } from '../kit/trouble.ts'

const OF_FILES: Readonly<Record<string, { words: string; exit: Exit }>> = {
  ENOENT: { words: 'there is no such file or folder', exit: EXIT.input },
  EISDIR: { words: 'it is a folder', exit: EXIT.input },
  ENOTDIR: { words: 'a part of that path is no folder', exit: EXIT.input },
  EEXIST: { words: 'it exists already', exit: EXIT.input },
  ENOSPC: { words: 'the disk is full; nothing was damaged', exit: EXIT.diskFull },
  EDQUOT: { words: 'the disk is full; nothing was damaged', exit: EXIT.diskFull },
  EROFS: { words: 'it stands on a disk that takes no changes', exit: EXIT.readOnly },
  EACCES: { words: 'this user may not do that', exit: EXIT.readOnly },
  EPERM: { words: 'this user may not do that', exit: EXIT.readOnly },
}

/** What the operator reads of an error, or undefined when it is a fault of the program. */
export function refusalFrom(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (error instanceof Trouble && error.cause instanceof Refusal) return error.cause
  if (error instanceof Trouble)
    return new Refusal(sentencesIn('en')(error.key, error.args), EXIT.input, { cause: error })
  if (!(error instanceof Error && 'code' in error)) return
  const known = OF_FILES[String(error.code)]
  const place = 'dest' in error ? error.dest : 'path' in error ? error.path : undefined
  if (!known) return
  return new Refusal(`${typeof place === 'string' ? place : 'A file'}: ${known.words}.`, known.exit, { cause: error })
}
