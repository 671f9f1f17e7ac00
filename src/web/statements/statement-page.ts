import { paths } from '../../addresses/paths.ts'
import type { Concerned, Line, Told } from '../../domain/moderation/index.ts'
import type { Say } from '../../kit/sentences.ts'
import type { Frame } from '../html/frame.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, type HtmlPart, html } from '../html/template.ts'
import { concernedHtml } from './concerned.ts'

export interface StatementShown {
  told: Told
  /** Those of several comments that it is about. */
  concerned: readonly Concerned[]
  lines: readonly Line[]
  /** What one can do about it, or what came of that. */
  appeal?: HtmlPart
}

/** A statement of reasons: what, where, by which rule or law with its text, why, and how to object. */
export function statementPage(frame: Frame, { told, concerned, lines, appeal = null }: StatementShown, say: Say): Html {
  const { comment, words } = told
  return smallPage(
    frame,
    say('statement.title', { number: told.statement.id }),
    html`<p>${say(told.statement.to === 'author' ? 'statement.to-author' : 'statement.to-reporter')}</p>
<dl class="facts">${lines.map(({ label, value }) => html`<dt>${label}</dt><dd dir="auto">${value}</dd>`)}</dl>
${words === null ? null : html`<h2>${say('statement.words')}</h2><blockquote class="words" dir="auto"><p>${words}</p></blockquote>`}
${concerned.length === 0 ? null : html`<h2>${say('statement.words')}</h2>${concernedHtml(concerned, told.statement.comments, frame.language, say)}`}
${appeal}
<p>${say('illegal.redress')}</p>
<p class="tools">${comment && html`<a href="${paths.comment(comment.id, frame.language)}">${say('reaction.way-back')}</a> · `}<a href="${paths.statements(frame.language)}">${say('statement.list')}</a></p>`,
    say,
  )
}
