import type { Say } from '../../kit/sentences.ts'
import { type FormTarget, formHtml, wordsField } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { proofField, trapField } from '../html/proof-of-work.ts'
import { type Html, html } from '../html/template.ts'

export interface Writing {
  sending: FormTarget
  /** What was typed so far, or the words quoted. */
  words: string
  /** The longest a comment may be, in characters. */
  limit: number
  error: string | null
  /** For a stranger, the door that leads back to this form. */
  wayIn?: string | null
  /** The words that stand there by now, where they are not those that one began to change. */
  other?: Html | null
  /** What is asked of all who write there, in sentences. */
  notes?: Html | null
  /** Whether the browser is to work for it. */
  asksProof?: boolean
  /** What else is asked, below the words. */
  further?: Html | null
  /** How the words will look, when that was asked. */
  preview: Html | null
  article: { title: string; path: string }
}

/** Where words are written, looked at and sent, and what else can be done instead. */
export function writingForm(frame: Frame, data: Writing, submit: string, say: Say, instead: Html | null = null): Html {
  const { sending, words, limit, error, wayIn, other, preview, article, notes, asksProof, further } = data
  return html`<writing-form class="reply" data-lost="${say('reply.lost')}">${formHtml(
    sending,
    frame.language,
    null,
    html`${trapField(say)}${asksProof ? proofField() : null}${notes}${preview ? shownHtml('preview', say('reply.preview-title'), preview) : null}
${wordsField({ name: 'words', label: say('reply.label'), value: words, hint: say('reply.hint', { limit }), error })}${further}
${wayIn ? html`<p class="tools"><a href="${wayIn}">${say('layout.sign-in')}</a></p>` : null}
${other ? shownHtml('other', say('edit.other'), other) : null}
<p class="buttons"><button class="primary">${submit}</button> <button class="plain" name="preview" value="1" formnovalidate>${say('reply.preview')}</button> <a href="${article.path}#discussion">${say('reply.cancel')}</a></p>`,
  )}${instead}</writing-form>`
}

function shownHtml(name: string, title: string, words: Html): Html {
  return html`<section class="preview" aria-labelledby="${name}-title"><h2 id="${name}-title">${title}</h2><div class="words" dir="auto">${words}</div></section>`
}
