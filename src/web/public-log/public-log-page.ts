import { paths } from '../../addresses/paths.ts'
import type { ShownLogged, SignedHead } from '../../domain/moderation/index.ts'
import type { Say } from '../../kit/sentences.ts'
import type { ShownRule } from '../comments/index.ts'
import { dateTimeHtml } from '../html/date-time.ts'
import type { Frame } from '../html/frame.ts'
import { layout } from '../html/layout.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { type Html, html } from '../html/template.ts'

export interface LogShown {
  entries: readonly ShownLogged[]
  head: SignedHead | null
  rules: readonly ShownRule[]
  /** The page of earlier ones, where there are any. */
  older: string | null
}

/** The moderation log, with how it proves that nothing was changed in it. */
export function publicLogPage(frame: Frame, { entries, head, rules, older }: LogShown, say: Say): Html {
  const { language } = frame
  const title = say('log.title')
  const alternates = frame.publication.languages.map((one) => ({
    language: one.language,
    path: paths.publicLog(one.language),
  }))
  return layout(
    frame,
    { title, path: paths.publicLog(language), alternates, feeds: [{ title, path: paths.publicLogFeed(language) }] },
    html`<div class="sheet"><h1>${title}</h1>
<p>${say('log.hint')}</p>
<p class="tools"><a href="${paths.rules(language)}">${say('layout.rules')}</a> · <a href="${paths.publicLogFeed(language)}">${say('log.feed')}</a> · <a href="${paths.publicLogEntries(language)}">${say('log.entries')}</a></p>
${entries.length === 0 ? html`<p class="nobody-yet">${say('log.none')}</p>` : null}
<ol class="log" role="list">
${entries.map(
  (entry) => html`<li id="entry-${entry.n}">${entryHtml(entry, frame, rules, say)}</li>
`,
)}</ol>
${older ? html`<a class="more" rel="next" href="${older}">${say('log.older')}</a>` : null}
${head && headHtml(head, say)}</div>`,
    say,
  )
}

/** One entry: what was decided, by which rule, by whom as what, and when. */
export function entryHtml(entry: ShownLogged, frame: Frame, rules: readonly ShownRule[], say: Say): Html {
  const { n, at, comment, until } = entry
  const { language, publication } = frame
  const place = { language, zone: publication.zone }
  return html`<p><b>${n}.</b> ${whatWas(entry, say)}${ruleHtml(entry, language, rules, say)}</p>
<p class="quiet">${dateTimeHtml(at, 'full', place)} · ${say('log.by', { by: entry.by, found: entry.found })}${
    until === null ? null : html` · ${say('log.until')} ${dateTimeHtml(until, 'full', place)}`
  }${comment === null ? null : html` · <a href="${paths.comment(comment, language)}">${say('log.place')}</a>`}${
    entry.takesBack === null
      ? null
      : html` · <a href="${paths.publicLog(language, entry.takesBack + 1)}#entry-${entry.takesBack}">${say('log.takes-back', { n: entry.takesBack })}</a>`
  }</p>`
}

/** What was decided, in a sentence of its own. @NOTE the choices of a sentence hold no hyphens. */
export function whatWas({ kind, comments }: Pick<ShownLogged, 'kind' | 'comments'>, say: Say): string {
  return say('log.what', { kind: kind.replaceAll('-', ''), count: comments })
}

/** @NOTE a rule may have got another title since; where there is none of its number any more, it is called as it was then. */
function ruleHtml({ rule, law }: ShownLogged, language: string, rules: readonly ShownRule[], say: Say): Html | null {
  if (law) return html` ${sentenceHtml(say, 'log.law', { law: html`<bdi>${law}</bdi>` })}`
  if (!rule) return null
  const title = rules.find(({ number }) => number === rule.number)?.title ?? rule.title
  return html` <a href="${paths.rules(language)}#rule-${rule.number}">${say('log.rule', { number: rule.number, title })}</a>`
}

function headHtml({ n, hash, key, signature }: SignedHead, say: Say): Html {
  const told = [
    [say('log.hash'), hash],
    [say('log.signature'), signature],
    [say('log.key'), key],
  ]
  return html`<details class="head"><summary>${say('log.head', { n })}</summary>
<p>${say('log.head-hint')}</p>
<dl class="facts">${told.map(([label, value]) => html`<dt>${label}</dt><dd><code dir="ltr">${value}</code></dd>`)}</dl></details>`
}
