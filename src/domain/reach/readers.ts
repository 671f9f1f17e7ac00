import type { JournalReader } from '../../store/index.ts'
import { correctionsReader } from './corrections/corrections-reader.ts'
import { lettersReader } from './letters/letters-reader.ts'
import { noticesReader } from './notices/notices-reader.ts'

export const readers: readonly JournalReader[] = [noticesReader, lettersReader, correctionsReader]
