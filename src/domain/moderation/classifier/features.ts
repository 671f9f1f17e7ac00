/** So many places there are for n-grams and words; those that share one are told apart no more. docs/classifier.md says how this and the rest were chosen. */
export const BUCKETS = 2 ** 17

const SHORTEST = 2
const LONGEST = 6
/** Of a comment, so many characters are read. */
const LONGEST_READ = 4_000

const ADDRESS = /https?:\/\/\S+/g
const MENTION = /@[\p{L}\p{N}_]+/gu
const DRAWN_OUT = /(.)\1{2,}/gu
const PIECES = /[\p{L}\p{N}\p{M}\ue000\ue001]+|[^\p{L}\p{N}\p{M}\s]+/gu

/** Hears of a feature: its bucket, and the text from which it is cut. */
export type Visit = (bucket: number, source: string, from: number, to: number) => void

/** Shows each n-gram within the words of a text, each word, and each two neighbours. Whom a text mentions and where it leads is not looked at. */
export function eachFeature(text: string, visit: Visit): void {
  const pieces = piecesIn(text)
  let before = ''
  let hashBefore = 0
  for (const piece of pieces) {
    eachGram(` ${piece} `, visit)
    const hash = hashed(WORDS, piece)
    visit(bucketOf(hash), piece, 0, piece.length)
    if (before !== '')
      visit(bucketOf(hashed(hashBefore, piece)), `${before} ${piece}`, 0, before.length + piece.length + 1)
    before = piece
    hashBefore = hash
  }
}

function piecesIn(text: string): readonly string[] {
  const plain = text
    .slice(0, LONGEST_READ)
    .normalize('NFKC')
    .toLowerCase()
    .replace(ADDRESS, '\ue000')
    .replace(MENTION, '\ue001')
    .replace(/\d/g, '0')
    .replace(DRAWN_OUT, '$1$1')
  return plain.match(PIECES) ?? []
}

function eachGram(word: string, visit: Visit) {
  for (let from = 0; from < word.length; from++) {
    let hash = GRAMS
    const end = Math.min(word.length, from + LONGEST)
    for (let to = from + 1; to <= end; to++) {
      hash = Math.imul(hash ^ word.charCodeAt(to - 1), PRIME)
      if (to - from >= SHORTEST) visit(bucketOf(hash), word, from, to)
    }
  }
}

/** Source: FNV-1a, 32 bit. */
const PRIME = 16_777_619
const GRAMS = 2_166_136_261 | 0
const WORDS = 0x9e37_79b9 | 0
const WORD_ENDS = 7

function hashed(begun: number, word: string): number {
  let hash = begun
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME)
  return Math.imul(hash ^ WORD_ENDS, PRIME)
}

function bucketOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1)
}

const seenIn = new Uint32Array(BUCKETS)
let look = 0

/** The same, each bucket once. */
export function eachBucket(text: string, visit: Visit): void {
  look = (look + 1) >>> 0
  const now = look
  eachFeature(text, (bucket, source, from, to) => {
    if (seenIn[bucket] === now) return
    seenIn[bucket] = now
    visit(bucket, source, from, to)
  })
}

/** The buckets of a text. */
export function bucketsIn(text: string): Int32Array {
  const buckets: number[] = []
  eachBucket(text, (bucket) => buckets.push(bucket))
  return Int32Array.from(buckets)
}
