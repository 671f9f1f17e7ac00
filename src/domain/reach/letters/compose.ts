import type { Reading } from '../../../store/index.ts'
import type { Letter } from '../channels/mail/letter.ts'
import type { DueLetter } from './due-letter.ts'

/** What a letter says, and to whom it goes; undefined where there is nobody any more, or nothing left to say. */
export type Compose = (
  db: Reading,
  due: Pick<DueLetter, 'aboutId' | 'personId'>,
  origin: string,
) => Promise<Letter | undefined>
