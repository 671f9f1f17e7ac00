import { paths } from '../../../addresses/paths.ts'
import type { TakenIn } from '../../../domain/translation/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'

/** So much of a unit's source tells it from others. */
const LONGEST_SOURCE = 160

/** What became of a file that was brought back. */
export function xliffPage(frame: Frame, { id, report }: { id: number; report: TakenIn }, say: Say): Html {
  const { taken, same, refused } = report
  return deskPage(
    frame,
    say('xliff.title'),
    html`<p class="done" role="status">${say('xliff.taken', { taken, same, refused: refused.length })}</p>
<ol class="plain-list refused">${refused.map(
      ({
        id: unit,
        source,
        why,
      }) => html`<li><p><b dir="ltr">${unit}</b> ${say(`xliff-refused.${why}`)}</p><p class="quiet" dir="auto">${source.slice(0, LONGEST_SOURCE)}</p></li>
`,
    )}</ol>
<p><a href="${paths.deskTranslation(id, frame.language)}">${say('translation.back')}</a></p>`,
    say,
  )
}
