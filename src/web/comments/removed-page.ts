import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import type { Frame } from '../html/frame.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'
import { readOnlyContext } from './render-context.ts'
import type { ShownComment } from './shown-comment.ts'
import type { ShownRule } from './shown-rule.ts'
import { tombstoneHtml } from './tombstone.ts'

export interface RemovedShown {
  comment: ShownComment
  rules: readonly ShownRule[]
  /** Who asks: a stranger may be a moderator who has not signed in. */
  asker: 'stranger' | 'reader' | 'moderator'
  /** What the one who asks was told of it. */
  statement: number | null
}

/** Says what became of a removed comment, and who may restore it; moderators go on from here. */
export function removedPage(frame: Frame, { comment, rules, asker, statement }: RemovedShown, say: Say): Html {
  const { id, label, tombstone } = comment
  return smallPage(
    frame,
    say('removed.title', { label }),
    html`<div class="answered">${tombstone && tombstoneHtml(comment, tombstone, readOnlyContext(frame, rules, say))}</div>
${tombstone?.cause === 'author' ? html`<p>${say('removal.by-author')}</p>` : null}
${tombstone?.cause === 'moderators' ? restoringHtml(comment, frame, asker, say) : null}
${statement === null ? null : html`<p><a href="${paths.statement(frame.language, statement)}">${say('statement.yours')}</a></p>`}
<p><a href="${paths.comment(id, frame.language)}">${say('removed.way-back')}</a></p>`,
    say,
  )
}

function restoringHtml({ id, label }: ShownComment, { language }: Frame, asker: RemovedShown['asker'], say: Say): Html {
  if (asker === 'moderator')
    return html`<p class="buttons"><a class="primary" href="${paths.restoration(id, language)}">${say('comment.restore')}</a> <a href="${paths.history(id, language)}">${say('history.title', { label })}</a></p>`
  const door = paths.signIn(language, paths.removal(id, language))
  return html`<p>${say('removed.who-restores')}${asker === 'stranger' ? html` <a href="${door}">${say('layout.sign-in')}</a>` : null}</p>`
}
