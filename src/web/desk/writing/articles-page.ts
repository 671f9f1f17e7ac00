import { paths } from '../../../addresses/paths.ts'
import { type DeskEdition, EDITION_STATES } from '../../../domain/articles/index.ts'
import { directionOf, nameOf } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import { dateTimeHtml } from '../../html/date-time.ts'
import type { Frame } from '../../html/frame.ts'
import { sentenceHtml } from '../../html/sentence-html.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { stateHtml } from './state.ts'

export interface ArticlesShown {
  editions: readonly DeskEdition[]
  state: string
  written: string
  older: string | null
}

/** What is at the desk, in any state. */
export function articlesPage(frame: Frame, { editions, state, written, older }: ArticlesShown, say: Say): Html {
  const { language, publication } = frame
  const languages = publication.languages.map((one) => [one.language, nameOf(one.language, language)] as const)
  const states = EDITION_STATES.map((one) => [one, say(`edition-state.${one}`)] as const)
  return deskPage(
    frame,
    say('desk.articles'),
    html`<p class="buttons"><a class="button primary" href="${paths.deskNewArticle(language)}">${say('articles.new')}</a> <a class="button plain" href="${paths.deskDeleted(language)}">${say('deletion.list')}</a></p>
<form class="filters" action="${paths.deskArticles()}"><input type="hidden" name="language" value="${language}">
${choice('state', say('articles.state'), [['', say('articles.any-state')], ...states], state)}
${languages.length > 1 ? choice('written', say('articles.language'), [['', say('articles.any-language')], ...languages], written) : null}
<button class="plain">${say('audit.show')}</button></form>
${editions.length === 0 ? html`<p class="nobody-yet">${say('articles.none')}</p>` : null}
<ol class="at-desk" role="list">${editions.map((edition) => editionHtml(frame, edition, say))}</ol>
${older ? html`<a class="more" rel="next" href="${older}">${say('articles.older')}</a>` : null}`,
    say,
    'writing',
  )
}

function choice(name: string, label: string, options: readonly (readonly [string, string])[], chosen: string): Html {
  return html`<p class="field"><label for="${name}">${label}</label>
<select id="${name}" name="${name}">${options.map(([value, words]) => html`<option value="${value}"${value === chosen ? html` selected` : null}>${words}</option>`)}</select></p>`
}

function editionHtml({ language, publication }: Frame, edition: DeskEdition, say: Say): Html {
  const { title, savedAt, state } = edition
  const place = { language, zone: publication.zone }
  const by = html`<bdi>${edition.by ?? say('writing.imported')}</bdi>`
  const isAhead = ['published', 'scheduled'].includes(state) && edition.revisionId !== edition.latestId
  return html`<li><h2><a href="${paths.deskEdition(edition.id, language)}" lang="${edition.language}" dir="${directionOf(edition.language)}">${title || say('writing.untitled')}</a></h2>
<p class="quiet">${stateHtml(state, say)} <span>${nameOf(edition.language, language)}</span> <span>${sentenceHtml(say, 'articles.saved', { when: dateTimeHtml(savedAt, 'short', place), by })}</span>${isAhead ? html` <span>${say('articles.ahead')}</span>` : null}</p></li>
`
}
