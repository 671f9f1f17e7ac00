import { readComment } from '../../../text/comment-forms.ts'
import { type CommentPiece, piecesOf, plainOfPiece, wordsOfPieces } from '../../../text/comment-pieces.ts'
import { mentionedIn } from '../../../text/mentions.ts'
import type { Miss } from '../editions/comparison/miss.ts'
import type { CommentTranslation, ReadTranslation } from './comment-translation.ts'
import type { Source } from './comment-translations.ts'

/** What of a comment an engine is asked: its own paragraphs, and neither what it quotes nor code. */
export function paragraphsOf(words: string): string[] {
  return piecesOf(words).flatMap((piece) => (piece.kind === 'words' ? piece.words : []))
}

/** A kept translation as its reader gets it, with the quotations of the original in their slots. */
export function readTranslation(source: Source, kept: CommentTranslation): ReadTranslation {
  const translated = JSON.parse(kept.paragraphs) as string[]
  const misses = JSON.parse(kept.misses) as Miss[]
  const said = paragraphsOf(source.words)
  return {
    commentId: source.id,
    from: source.language,
    into: kept.language,
    engine: kept.engine,
    html: misses.length > 0 ? null : htmlOf(source, translated),
    misses,
    paragraphs: said.map((words, at) => ({
      said: plainOfPiece(words),
      translated: plainOfPiece(translated[at] ?? words),
    })),
  }
}

/** The words that a passage of the comment became: of each paragraph that it touches the whole. Undefined where it is not found. */
export function passageIn({ paragraphs, html }: ReadTranslation, passage: string): string | undefined {
  if (html === null) return
  const sought = passage.replace(/\s+/g, ' ').trim()
  const start = paragraphs
    .map(({ said }) => said)
    .join(' ')
    .indexOf(sought)
  if (sought === '' || start < 0) return
  const end = start + sought.length
  let at = 0
  const touched = paragraphs.filter(({ said }) => {
    const from = at
    at += said.length + 1
    return from < end && from + said.length > start
  })
  return touched.map(({ translated }) => translated).join('\n')
}

/** @NOTE a mention leads to whom the original mentions: its letters are the same in both. */
function htmlOf({ words, html }: Source, translated: readonly string[]): string {
  let next = 0
  const pieces = piecesOf(words).map(
    (piece): CommentPiece => (piece.kind === 'words' ? { ...piece, words: translated[next++] ?? piece.words } : piece),
  )
  return readComment(wordsOfPieces(pieces)).forms(mentionedIn(html)).html
}
