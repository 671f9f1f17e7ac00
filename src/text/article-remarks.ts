import type { Token } from 'markdown-it'
import { parsedArticle } from './article-html.ts'
import { pictureName } from './picture-names.ts'
import type { PictureNamed } from './text-pictures.ts'
import { type UnsupportedForm, unsupportedIn } from './unsupported.ts'

/** Something in an article's text that will not be shown as it seems to be meant. */
export interface ArticleRemark {
  /** From 1, in the body. */
  line: number
  about:
    | Exclude<UnsupportedForm, Shown>
    | 'note-missing'
    | 'note-uncited'
    | 'picture-missing'
    /** A picture of the article that is no paragraph of its own. */
    | 'picture-inline'
    /** Says that something is a claim or a quote, and stands behind no words in brackets. */
    | 'mark-alone'
  /** The note or the picture that is meant. */
  name?: string
}

const SHOWN = ['table', 'picture', 'footnote'] as const
type Shown = (typeof SHOWN)[number]

const CITED = /\[\^([^\]\s]+)\]/g
const MARK = /\{((?:claim|quote)\b[^{}\n]{0,60})\}/g
const PICTURE = /!\[[^\]]*\]\(([^)]+)\)/g

/** What of an article's text is shown otherwise than it seems to be meant, line by line. */
export function remarksOn(body: string, pictureNamed: PictureNamed): ArticleRemark[] {
  const { tokens, uncited } = parsedArticle(body, pictureNamed)
  const inlines = tokens.filter(({ type }) => type === 'inline')
  const remarks = inlines.flatMap((token) => {
    const line = (token.map?.[0] ?? 0) + 1
    return [...forms(token), ...missingNotes(token), ...marksAlone(token), ...pictures(token, pictureNamed)].map(
      (remark) => ({
        line,
        ...remark,
      }),
    )
  })
  const notes = uncited.map((name) => ({ line: lineOfNote(body, name), about: 'note-uncited' as const, name }))
  return [...remarks, ...notes].sort((a, b) => a.line - b.line)
}

type Remark = Omit<ArticleRemark, 'line'>

function forms(token: Token): Remark[] {
  return unsupportedIn([token]).flatMap((form) => (isShown(form) ? [] : [{ about: form }]))
}

function isShown(form: UnsupportedForm): form is Shown {
  return (SHOWN as readonly string[]).includes(form)
}

function missingNotes(token: Token): Remark[] {
  return found(token, CITED).map((name) => ({ about: 'note-missing', name }))
}

function marksAlone(token: Token): Remark[] {
  return found(token, MARK).map((name) => ({ about: 'mark-alone', name }))
}

function pictures(token: Token, pictureNamed: PictureNamed): Remark[] {
  return found(token, PICTURE).flatMap((name) => {
    if (pictureName(name) === undefined) return []
    return [{ about: pictureNamed(name) ? 'picture-inline' : 'picture-missing', name }]
  })
}

/** What the expression catches in words that are shown as they were typed. */
function found({ children }: Token, expression: RegExp): string[] {
  const texts = (children ?? []).filter(({ type }) => type === 'text')
  return texts.flatMap(({ content }) => [...content.matchAll(expression)].map(([, name]) => name!))
}

function lineOfNote(body: string, name: string): number {
  return body.split('\n').findIndex((line) => line.trimStart().startsWith(`[^${name}]:`)) + 1
}
