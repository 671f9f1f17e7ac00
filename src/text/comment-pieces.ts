import { blocksOf } from './blocks.ts'
import { commentForms } from './comment-forms.ts'
import { guarded, markerOf, readLine } from './quotation-markers.ts'

/** A piece of a comment's stored words: the slot of a quotation, code, or a paragraph of its own words as it was typed. */
export type CommentPiece = { kind: 'slot'; slot: number } | { kind: 'code' | 'words'; words: string }

const CODE = /^(?:`{3,}|~{3,}| {4}|\t)/

/** What a comment's stored words consist of, in their order. */
export function piecesOf(stored: string): CommentPiece[] {
  const pieces: CommentPiece[] = []
  let own: string[] = []
  const close = () => {
    pieces.push(...blocksOf(own.join('\n')).map(pieceOf))
    own = []
  }
  for (const line of stored.split('\n').map(readLine)) {
    if (typeof line === 'string') own.push(line)
    else {
      close()
      pieces.push({ kind: 'slot', slot: line })
    }
  }
  close()
  return pieces
}

/** The stored words that consist of these; what only looks like the slot of a quotation becomes none. */
export function wordsOfPieces(pieces: readonly CommentPiece[]): string {
  return pieces.map((piece) => (piece.kind === 'slot' ? markerOf(piece.slot) : guardedIn(piece.words))).join('\n\n')
}

/** A paragraph as it is read, without its marks. */
export function plainOfPiece(words: string): string {
  return commentForms(guardedIn(words)).plain.replace(/\s+/g, ' ').trim()
}

function pieceOf(words: string): CommentPiece {
  return { kind: CODE.test(words) ? 'code' : 'words', words }
}

function guardedIn(words: string): string {
  return words.split('\n').map(guarded).join('\n')
}
