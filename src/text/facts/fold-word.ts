import { memoized } from '../../kit/memoize.ts'

const KEPT = 20_000
const LATIN_MARKS = /(\p{Script=Latin})\p{M}+/gu
/** Vowel signs of Arabic and the stroke that stretches a word. */
const ARABIC_MARKS = /[\u064b-\u065f\u0670\u0640]/g
const ARABIC: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ة: 'ه', ئ: 'ي', ؤ: 'و' }

/** A word as the lists of this folder spell it: small, and without what writers leave out. */
export const foldedWord = memoized(KEPT, (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(LATIN_MARKS, '$1')
    .normalize('NFC')
    .replace(ARABIC_MARKS, '')
    .replace(/[أإآٱىةئؤ]/g, (letter) => ARABIC[letter]!)
    .replaceAll('ё', 'е')
    .replaceAll('ß', 'ss')
    .replace(/[’ʼ`]/g, "'"),
)
