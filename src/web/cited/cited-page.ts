import { paths } from '../../addresses/paths.ts'
import type { CitedOften, NameForm, PartyRole, SourceDocument } from '../../domain/sources/index.ts'
import { countryName } from '../../kit/country.ts'
import { nameOf } from '../../kit/language.ts'
import { MOST_COUNTED } from '../../kit/most-counted.ts'
import type { Say } from '../../kit/sentences.ts'
import { dayHtml } from '../html/date-time.ts'
import type { Frame } from '../html/frame.ts'
import { layout } from '../html/layout.ts'
import { type Html, html, joined } from '../html/template.ts'
import { webAddress } from '../html/web-address.ts'
import { linkNotes, sourceLinkHtml } from './source-link.ts'
import type { ThroughShown } from './through.ts'

export interface CitedShown {
  /** Where it stands, and from where its list of claims goes on. */
  path: (language: string, after?: number) => string
  forms: readonly NameForm[]
  /** The key of what it is. */
  kind: string
  country: string | null
  roles: readonly PartyRole[]
  url: string | null
  sameAs: readonly string[]
  /** Null where it is not counted. */
  often: CitedOften | null
  /** Claims that came through it; null where they stand on another page. */
  through: ThroughShown | null
  documents: readonly (Pick<SourceDocument, 'title' | 'url' | 'language' | 'publishedOn' | 'linkState'> & {
    articles: readonly { language: string; slug: string; title: string }[]
  })[]
  older: string | null
}

/** Who is cited: under which names, as what, and of which of their words articles here make use. */
export function citedPage(frame: Frame, shown: CitedShown, say: Say): Html {
  const { language, publication } = frame
  const { path, forms, often, documents, older } = shown
  const name = nameIn(forms, language, publication.defaultLanguage)
  const alternates = publication.languages.map((to) => ({ language: to.language, path: path(to.language) }))
  return layout(
    frame,
    { title: name, path: path(language), alternates },
    html`<div class="sheet cited"><h1><bdi>${name}</bdi></h1>
${factsHtml(frame, shown, say)}
${often ? html`<p>${say('cited.often', { documents: often.documents, articles: often.articles })}</p>` : null}
${throughHtml(frame, shown, say)}
${
  documents.length > 0
    ? html`<h2>${say('cited.documents')}</h2><ul class="notices">${documents.map(
        (document) => html`<li>${documentHtml(document, language, say)}</li>
`,
      )}</ul>`
    : null
}
${older ? html`<a class="more" rel="next" href="${older}">${say('audit.older')}</a>` : null}</div>`,
    say,
  )
}

/** How much came through it, how much of that began with it, what was put right since, and the first of it. */
function throughHtml({ language }: Frame, { through, path }: CitedShown, say: Say): Html | null {
  if (!through || through.claims.length === 0) return null
  const { often, claims, next } = through
  return html`<h2>${say('cited.through')}</h2>
<p>${say('cited.through-often', { ...often, isMost: often.claims >= MOST_COUNTED ? 'yes' : 'no' })}</p>
<ul class="notices">${claims.map(
    ({ words, isRoot, status, place }) => html`<li><p dir="auto">${words}</p>
<p class="quiet">${joined(
      [
        isRoot ? html`${say('cited.first')}` : null,
        status === 'reported' ? null : html`${say(`claim-status.${status}`)}`,
        place
          ? html`<a href="${paths.article(place.language, place.slug)}#s-${place.number}" lang="${place.language}"><bdi>${place.title}</bdi></a>`
          : null,
      ].filter((one) => one !== null),
      ' · ',
    )}</p></li>
`,
  )}</ul>
${next ? html`<a class="more" rel="next" href="${path(language, next)}">${say('cited.more-claims')}</a>` : null}`
}

function nameIn(forms: readonly NameForm[], language: string, second: string): string {
  const form =
    forms.find((one) => one.language === language) ?? forms.find((one) => one.language === second) ?? forms[0]
  return form?.name ?? ''
}

function factsHtml(
  { language, publication }: Frame,
  { kind, country, roles, url, sameAs, forms }: CitedShown,
  say: Say,
): Html {
  const shownName = nameIn(forms, language, publication.defaultLanguage)
  const others = forms.filter(({ name }) => name !== shownName)
  const where = country ? countryName(country, language) : null
  const links = [url, ...sameAs].map((address) => webAddress(address)).filter((address) => address !== undefined)
  const about = [kind === 'outlet-kind.other' ? null : say(kind), where].filter((one) => one !== null)
  return html`${
    about.length > 0
      ? html`<p class="quiet">${joined(
          about.map((one) => html`${one}`),
          ' · ',
        )}</p>`
      : null
  }
${rolesHtml(roles, language, publication.defaultLanguage)}
${
  others.length > 0
    ? html`<p>${joined(
        others.map(
          ({ language: of, name }) =>
            html`<span lang="${of}"><bdi>${name}</bdi></span> <span class="quiet">(${nameOf(of, language)})</span>`,
        ),
        ' · ',
      )}</p>`
    : null
}
${
  links.length > 0
    ? html`<p>${joined(
        links.map(
          (address) => html`<a href="${address}" rel="noopener"><bdi dir="ltr">${new URL(address).host}</bdi></a>`,
        ),
        ' · ',
      )}</p>`
    : null
}`
}

/** One role is a line, several are a list. */
function rolesHtml(roles: readonly PartyRole[], language: string, second: string): Html | null {
  const [first, ...others] = roles.map((role) => roleHtml(role, language, second))
  if (!first) return null
  if (others.length === 0) return html`<p>${first}</p>`
  return html`<ul class="roles">${[first, ...others].map((role) => html`<li>${role}</li>`)}</ul>`
}

function roleHtml({ titles, since, until }: PartyRole, language: string, second: string): Html {
  const all = Object.entries(titles)
  const [, title] = all.find(([of]) => of === language) ?? all.find(([of]) => of === second) ?? all[0] ?? ['', '']
  const days =
    since || until
      ? html` <span class="quiet">${since ? dayHtml(since, 'shortDay', language) : null}–${until ? dayHtml(until, 'shortDay', language) : null}</span>`
      : null
  return html`<bdi>${title}</bdi>${days}`
}

function documentHtml(document: CitedShown['documents'][number], language: string, say: Say): Html {
  const { publishedOn, articles } = document
  const details = [
    html`${nameOf(document.language, language)}`,
    publishedOn ? dayHtml(publishedOn, 'shortDay', language) : null,
    ...linkNotes(document, language, say),
  ].filter((one) => one !== null)
  return html`<p>${sourceLinkHtml(document)}</p>
<p class="quiet">${joined(details, ' · ')}</p>
${
  articles.length > 0
    ? html`<p class="quiet">${say('documents.cited-in')} ${joined(
        articles.map(
          ({ language: of, slug, title }) =>
            html`<a href="${paths.article(of, slug)}" lang="${of}"><bdi>${title}</bdi></a>`,
        ),
        ' · ',
      )}</p>`
    : null
}`
}
