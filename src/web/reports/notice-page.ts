import { paths } from '../../addresses/paths.ts'
import type { GivenNotice } from '../../domain/moderation/index.ts'
import type { Say } from '../../kit/sentences.ts'
import { dateTimeHtml } from '../html/date-time.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

/** Says that a notice has come, what it said, and what became of it. */
export function noticePage(frame: Frame, notice: GivenNotice, say: Say): Html {
  const { language, publication } = frame
  const when = (at: number) => dateTimeHtml(at, 'full', { language, zone: publication.zone })
  const told: [label: string, value: Html | string][] = [
    [say('illegal.number'), String(notice.id)],
    [say('illegal.given'), when(notice.at)],
    [say('illegal.address'), html`<a href="${addressOf(notice, language)}" dir="ltr">${notice.address}</a>`],
    [say('illegal.explanation'), html`<span class="typed" dir="auto">${notice.words}</span>`],
    [say('illegal.law'), notice.law],
    [say('illegal.name'), notice.name],
    [say('illegal.mail'), notice.mail],
  ]
  return smallPage(
    frame,
    say('illegal.received'),
    html`<p>${say(notice.mail ? 'illegal.received-hint' : 'illegal.received-unnamed')}</p>
<p>${
      notice.answeredAt === null
        ? say('illegal.open')
        : sentenceHtml(say, `illegal.${notice.state}`, { when: when(notice.answeredAt) })
    }</p>
${notice.answer ? html`<blockquote class="words" dir="auto"><p>${notice.answer}</p></blockquote>` : null}
${notice.answeredAt === null ? null : html`<p>${say('illegal.redress')}</p>`}
<dl class="facts">${told.map(([label, value]) => (value === '' ? null : html`<dt>${label}</dt><dd>${value}</dd>`))}</dl>`,
    say,
  )
}

/** What was given may hold anything; the link leads to what it was about. */
function addressOf({ commentId, address }: GivenNotice, language: string): string {
  if (commentId !== 0) return paths.comment(commentId, language)
  return URL.canParse(address, 'http://here.invalid') ? new URL(address, 'http://here.invalid').pathname : '/'
}
