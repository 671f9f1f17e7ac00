import { paths } from '../../../../addresses/paths.ts'
import type { Language } from '../../../../kit/language.ts'
import { sentencesIn } from '../../../../kit/sentences.ts'
import { excerpt } from '../../../../text/excerpt.ts'
import type { DueNotice } from '../../notices/due-notice.ts'
import { type Letter, letterOf } from './letter.ts'

export interface NoticesLetter {
  to: string
  language: Language
  publication: string
  notices: readonly DueNotice[]
  /** How many notices there are beside these. */
  more: number
  /** Such as "https://review.example". */
  origin: string
  /** The path that ends such letters. */
  unsubscribe: string
}

const LONGEST_EXCERPT = 300
const ADDRESSES = /[a-z][a-z0-9+.-]*:\/\/\S+|\bwww\.\S+/gi

/** Tells of comments, each with its beginning and the way to it, and where the others stand. */
export function noticesLetter(letter: NoticesLetter): Letter {
  const { to, language, publication, notices, more, origin, unsubscribe } = letter
  const say = sentencesIn(language)
  const told = notices.flatMap(({ kind, name, title, plain, commentId }) => [
    say(`mail-notice.${kind}`, { name: name === null ? say('comment.nobody') : unlinked(name), title }),
    `“${excerpt(unlinked(plain), LONGEST_EXCERPT)}”`,
    origin + paths.comment(commentId, language),
  ])
  if (more > 0) told.push(say('mail-notice.more', { count: more }), origin + paths.notices(language))
  const text = [...told, say('mail-notice.end', { publication }), origin + unsubscribe].join('\n\n')
  const subject = say('mail-notice.subject', { publication, count: notices.length + more })
  const headers = {
    'List-Unsubscribe': `<${origin}${unsubscribe}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
  return { ...letterOf(to, language, subject, text), headers }
}

/** A letter leads to this publication alone: addresses that a reader wrote are left out. */
function unlinked(words: string): string {
  return words.replace(ADDRESSES, '…')
}
