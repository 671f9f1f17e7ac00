import { paths } from '../../addresses/paths.ts'
import { directionOf, nameOf } from '../../kit/language.ts'
import type { Say } from '../../kit/sentences.ts'
import type { Frame } from './frame.ts'
import type { Head } from './head.ts'
import { type Html, html } from './template.ts'

/** The line at the top of every page: name, sections, editions, and the way in. */
export function mastheadHtml(frame: Frame, head: Head, say: Say): Html {
  const { language, publication } = frame
  const name = html`<a class="name" href="${paths.front(language)}">${publication.name}</a>`
  return html`<header class="masthead${head.front ? ' front' : null}">
${head.front ? html`<div class="flag"><h1>${name}</h1>${publication.motto ? html`<p class="motto">${publication.motto}</p>` : null}</div>` : name}
${head.desk ? deskHtml(language, say) : sectionsHtml(frame, head, say)}
${editionsHtml(frame, head, say)}
<reader-corner class="reader">${bellHtml(language, say)}${wayInHtml(language, head, say)}</reader-corner>
</header>`
}

/** Script puts a name there. Readers' pages are the same for everybody, and say nothing of who looks; whoever is at a desk is signed in. */
function wayInHtml(language: string, head: Head, say: Say): Html {
  const account = paths.account(language)
  const [path, words] = head.desk
    ? [account, say('account.title')]
    : [paths.signIn(language, head.path), say('layout.sign-in')]
  return html`<a id="me" href="${path}" data-account="${account}" dir="auto">${words}</a>`
}

/** Script shows it to those who are signed in, with the number of what they have not read. */
function bellHtml(language: string, say: Say): Html {
  return html`<a id="bell" href="${paths.notices(language)}" aria-label="${say('notices.title')}" hidden><svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="M12 3a6 6 0 0 0-6 6v4l-2 4h16l-2-4V9a6 6 0 0 0-6-6m-2 16a2 2 0 0 0 4 0" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linejoin="round"/></svg> <b></b></a>
`
}

/** At their work, staff go back to it rather than to what readers read. */
function deskHtml(language: string, say: Say): Html {
  return html`<nav class="sections" aria-label="${say('layout.sections')}"><a href="${paths.desk(language)}">${say('desk.title')}</a></nav>`
}

function sectionsHtml({ language, sections, pages = [] }: Frame, head: Head, say: Say): Html | null {
  const beside = pages.filter(({ place }) => place === 'head')
  if (sections.length + beside.length === 0) return null
  return html`<nav class="sections" aria-label="${say('layout.sections')}">${sections.map(
    ({ slug, name }) => html`<a href="${paths.section(language, slug)}"${current(slug === head.section)}>${name}</a>`,
  )}${beside.map(({ slug, title }) => {
    const path = paths.page(language, slug)
    return html`<a href="${path}"${current(path === head.path)}>${title}</a>`
  })}</nav>`
}

function editionsHtml({ language, publication }: Frame, head: Head, say: Say): Html | null {
  if (publication.languages.length < 2) return null
  return html`<nav class="editions" aria-label="${say('layout.editions')}">${publication.languages.map((to) => {
    const there = head.alternates?.find((other) => other.language === to.language)?.path
    const path = there ?? head.absentIn?.(to.language) ?? paths.front(to.language)
    return html`<a href="${path}" ${foreign(to.language)}${current(to.language === language)}>${nameOf(to.language)}</a>`
  })}</nav>`
}

/** Says of a link in which language it reads and leads. */
export function foreign(language: string): Html {
  return html`lang="${language}" hreflang="${language}" dir="${directionOf(language)}"`
}

function current(is: boolean): Html | null {
  return is ? html` aria-current="page"` : null
}
