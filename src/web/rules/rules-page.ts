import { paths } from '../../addresses/paths.ts'
import { directionOf } from '../../kit/language.ts'
import type { Say } from '../../kit/sentences.ts'
import type { Frame } from '../html/frame.ts'
import { layout } from '../html/layout.ts'
import { type Html, html, madeSafe } from '../html/template.ts'

export interface Rule {
  number: number
  title: string
  /** HTML that text/ made from the rule's words. */
  html: string
  language: string
}

/** The rules of the discussion, each with an address of its own. */
export function rulesPage(frame: Frame, rules: readonly Rule[], say: Say): Html {
  const title = say('rules.title')
  const alternates = frame.publication.languages.map(({ language }) => ({ language, path: paths.rules(language) }))
  return layout(
    frame,
    { title, path: paths.rules(frame.language), alternates },
    html`<div class="sheet"><h1>${title}</h1>
<p>${say('rules.hint')}</p>
<p class="tools"><a href="${paths.publicLog(frame.language)}">${say('log.title')}</a> <a href="${paths.transparency(frame.language)}">${say('transparency.link')}</a> <a href="${paths.illegalContent(frame.language)}">${say('illegal.title')}</a></p>
<ol class="rules">${rules.map(ruleHtml)}</ol></div>`,
    say,
  )
}

/** A rule runs the way of its own language, which need not be the page's. */
export function ruleHtml({ number, title, html: words, language }: Rule): Html {
  return html`<li id="rule-${number}" lang="${language}" dir="${directionOf(language)}"><h2><span class="number">${number}</span> ${title}</h2>${madeSafe(words)}</li>
`
}
