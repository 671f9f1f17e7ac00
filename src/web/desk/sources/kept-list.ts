import type { Say } from '../../../kit/sentences.ts'
import { fieldHtml } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html, joined } from '../../html/template.ts'

/** Whatever is kept once and found by its words. */
export interface KeptList {
  title: string
  hint: string
  /** Where it is looked for. */
  action: string
  words: string
  adding: { path: string; words: string }
  rows: readonly { path: string; name: string; lang?: string; about: readonly (string | Html | null)[] }[]
  older: string | null
}

/** What is there, the latest first, with a search above it. */
export function keptListPage(
  frame: Frame,
  { title, hint, action, words, adding, rows, older }: KeptList,
  say: Say,
): Html {
  return deskPage(
    frame,
    title,
    html`<p>${hint}</p>
<form class="form" role="search" action="${action}"><input type="hidden" name="language" value="${frame.language}">
${fieldHtml({ name: 'words', label: say('cited.search'), type: 'search', value: words, optional: true })}
<p class="buttons"><button class="primary">${say('staff.find')}</button> <a class="button" href="${adding.path}">${adding.words}</a></p></form>
${rows.length === 0 ? html`<p class="nobody-yet" role="status">${say('cited.none')}</p>` : null}
<ul class="notices">${rows.map((row) => rowHtml(row))}</ul>
${older ? html`<a class="more" rel="next" href="${older}">${say('audit.older')}</a>` : null}`,
    say,
  )
}

function rowHtml({ path, name, lang, about }: KeptList['rows'][number]): Html {
  const said = about.filter((part) => part !== null && part !== '')
  return html`<li><p><a href="${path}"${lang ? html` lang="${lang}"` : null}><bdi>${name}</bdi></a></p>
${
  said.length > 0
    ? html`<p class="quiet">${joined(
        said.map((part) => html`${part}`),
        ' · ',
      )}</p>`
    : null
}</li>
`
}
