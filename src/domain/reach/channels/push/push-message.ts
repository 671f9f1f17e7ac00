import { paths } from '../../../../addresses/paths.ts'
import { sha256 } from '../../../../kit/hash.ts'
import { directionOf, type Language } from '../../../../kit/language.ts'
import { localeOf, sentencesIn } from '../../../../kit/sentences.ts'
import { excerpt } from '../../../../text/excerpt.ts'
import type { DueNotice } from '../../notices/due-notice.ts'

/** What a browser shows, and where it leads: who did what where, never the words of a comment, which may be removed before they are seen. */
export interface PushMessage {
  title: string
  body: string
  lang: string
  dir: 'ltr' | 'rtl'
  /** The page that a click opens; on this site. */
  path: string
  /** The article's own page, which may be open already. */
  page: string
  /** A newer message with the same one takes its place in the browser, and at the push service. */
  tag: string
  /** The same for the push service, which need not know which comment it is. */
  topic: string
}

export interface Pushable {
  language: Language
  publication: string
  notices: readonly DueNotice[]
  /** How many notices there are beside these. */
  more: number
  /** The browser's secret, which its push service does not know. */
  auth: string
}

const LONGEST = 120
const TOPIC_LENGTH = 32

/** Tells of one comment, or that there are several. */
export function pushMessage({ language, publication, notices, more, auth }: Pushable): PushMessage {
  const count = notices.length + more
  const told = count === 1 ? toldOf(notices[0]!, language) : toldOfAll(count, language, publication)
  return pushOf({ language, auth }, told)
}

/** A message in a language, for the browser with this secret. */
export function pushOf(
  { language, auth }: Pick<Pushable, 'language' | 'auth'>,
  told: Pick<PushMessage, 'title' | 'body' | 'path' | 'page' | 'tag'>,
): PushMessage {
  const lang = localeOf(language)
  return { lang, dir: directionOf(lang), ...told, topic: topicOf(auth, told.tag) }
}

function toldOf({ kind, name, title, commentId, place }: DueNotice, language: Language) {
  const say = sentencesIn(language)
  const path = paths.comment(commentId, language)
  return {
    title: say(`push.${kind}`, { name: excerpt(name ?? say('comment.nobody'), LONGEST) }),
    body: excerpt(title, LONGEST),
    path,
    page: place ? paths.article(place.language, place.slug) : path,
    tag: `c-${commentId}`,
  }
}

function toldOfAll(count: number, language: Language, publication: string) {
  const title = sentencesIn(language)('push.several', { count })
  const path = paths.notices(language)
  return { title, body: excerpt(publication, LONGEST), path, page: paths.notices(), tag: 'notices' }
}

/** Source: RFC 8030, section 5.4. */
function topicOf(auth: string, tag: string): string {
  return sha256(`${auth} ${tag}`).slice(0, TOPIC_LENGTH)
}
