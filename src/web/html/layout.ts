import { directionOf } from '../../kit/language.ts'
import type { Say } from '../../kit/sentences.ts'
import { fontsAhead } from './fonts-ahead.ts'
import { footerHtml } from './footer.ts'
import type { Frame } from './frame.ts'
import { type Head, headHtml } from './head.ts'
import { mastheadHtml } from './masthead.ts'
import { type Html, html } from './template.ts'

export type { Head } from './head.ts'

/** The whole document around what a page shows. */
export function layout(frame: Frame, head: Head, main: Html, say: Say): Html {
  const { language } = frame
  const [masthead, footer] = [mastheadHtml(frame, head, say), footerHtml(frame, say)]
  return html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
${headHtml(frame, head, frame.publication.look?.hasOwnFaces === false ? [] : fontsAhead(String(masthead), `${main}${footer}`))}
<body>
<a class="skip" href="#main">${say('layout.skip')}</a>
${masthead}
<main id="main">
${frame.notice}
${main}
</main>
${footer}
</body>
</html>
`
}
