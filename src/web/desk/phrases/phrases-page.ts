import { paths } from '../../../addresses/paths.ts'
import type { Section } from '../../../domain/articles/index.ts'
import { PHRASE_KINDS, type Phrase, type PhraseKind } from '../../../domain/moderation/index.ts'
import { nameOf } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import { buttonForm, errorHtml, type FormTarget, formHtml, wordsField } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { sentenceHtml } from '../../html/sentence-html.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { spokenLanguages } from '../spoken-languages.ts'

/** What was typed into the form for new ones. */
export interface PhrasesTyped {
  kind: PhraseKind
  language: string | null
  /** The slug of a section; empty for the whole publication. */
  section: string
  words: string
}

export interface PhrasesShown {
  sections: readonly Section[]
  phrases: readonly (Phrase & { removal: FormTarget })[]
  count: number
  most: number
  /** The page of those before, where there are any. */
  older: string | null
  /** Undefined for readers of the list. */
  adding: FormTarget | undefined
  typed: PhrasesTyped
  error: string | null
  /** How many the form before has changed. */
  added: number | undefined
  done: boolean
  trial: FormTarget
  tried: Tried | undefined
}

/** A text that was tried, and which phrases stand in it. */
export interface Tried {
  text: string
  language: string | null
  found: readonly { phrase: Phrase; as: string }[]
}

/** The list of phrases, a form to add some, and one to see which of them a text would meet. */
export function phrasesPage(frame: Frame, data: PhrasesShown, say: Say): Html {
  const { phrases, count, most, older, adding, added, done } = data
  return deskPage(
    frame,
    say('desk.phrases'),
    html`${added !== undefined ? html`<p class="done" role="status">${say('phrase.added', { count: added })}</p>` : null}
${done ? html`<p class="done" role="status">${say('staff.done')}</p>` : null}
<p>${say('phrase.hint')}</p>
${trialHtml(frame, data, say)}
${adding ? addingHtml(frame, adding, data, say) : null}
<section id="list"><h2>${say('phrase.list', { count, limit: most })}</h2>
${count === 0 ? html`<p class="nobody-yet">${say('phrase.nobody-yet')}</p>` : html`<p class="tools"><a href="${paths.deskPhraseList}" download>${say('phrase.export')}</a></p>`}
<ul class="notices">${phrases.map((one) => phraseHtml(frame, one, data, say))}</ul>
${older ? html`<a class="more" rel="next" href="${older}">${say('phrase.older')}</a>` : null}</section>`,
    say,
  )
}

function phraseHtml(frame: Frame, phrase: PhrasesShown['phrases'][number], data: PhrasesShown, say: Say): Html {
  return html`<li><p><b lang="${phrase.language ?? 'und'}" dir="auto">${phrase.words}</b></p>
<p class="quiet">${aboutHtml(frame, phrase, data, say)}</p>
${data.adding ? buttonForm(phrase.removal, frame.language, say('phrase.take')) : null}</li>
`
}

function aboutHtml({ language }: Frame, phrase: Phrase, { sections }: PhrasesShown, say: Say): Html {
  const within = phrase.language === null ? say('phrase.every-language') : nameOf(phrase.language, language)
  const section = sections.find(({ id }) => id === phrase.sectionId)
  return html`${say(`phrase-kind.${phrase.kind}`)} · ${within}${section ? html` · <bdi>${section.name}</bdi>` : null}`
}

function trialHtml(frame: Frame, data: PhrasesShown, say: Say): Html {
  const { trial, tried } = data
  const field = {
    name: 'text',
    label: say('phrase.trial-text'),
    value: tried?.text ?? '',
    hint: say('phrase.trial-hint'),
  }
  return html`<section id="trial"><h2>${say('phrase.trial')}</h2>
${tried ? foundHtml(frame, tried, data, say) : null}
${formHtml(
  trial,
  frame.language,
  null,
  html`${wordsField({ ...field, rows: 4 })}
${languageField(frame, 'trial-language', tried ? tried.language : frame.language, 'phrase.unknown-language', say)}
<p class="buttons"><button class="plain">${say('phrase.try')}</button></p>`,
)}</section>`
}

function foundHtml(frame: Frame, { found }: Tried, data: PhrasesShown, say: Say): Html {
  if (found.length === 0) return html`<p class="done" role="status">${say('phrase.found-none')}</p>`
  return html`<div role="status"><p>${say('phrase.found', { count: found.length })}</p>
<ul class="notices">${found.map(
    ({ phrase, as }) =>
      html`<li><p>${sentenceHtml(say, 'phrase.found-as', { phrase: html`<b dir="auto">${phrase.words}</b>`, as: html`<q dir="auto">${as}</q>` })}</p>
<p class="quiet">${aboutHtml(frame, phrase, data, say)}</p></li>
`,
  )}</ul></div>`
}

function addingHtml(frame: Frame, adding: FormTarget, { typed, error, sections }: PhrasesShown, say: Say): Html {
  const field = { name: 'words', label: say('phrase.words'), value: typed.words, hint: say('phrase.words-hint') }
  return html`<section id="adding"><h2>${say('phrase.add')}</h2>
${formHtml(
  { ...adding, hasFiles: true },
  frame.language,
  null,
  html`${errorHtml('phrase-error', error)}<fieldset><legend>${say('phrase.kind')}</legend>
${PHRASE_KINDS.map(
  (kind) =>
    html`<label class="choice"><input type="radio" name="kind" value="${kind}"${kind === typed.kind ? html` checked` : null}> <span><b>${say(`phrase-kind.${kind}`)}</b>: ${say(`phrase-kind-hint.${kind}`)}</span></label>
`,
)}</fieldset>
${languageField(frame, 'phrase-language', typed.language, 'phrase.every-language', say)}
${sectionField(sections, typed.section, say)}
${wordsField({ ...field, rows: 6, optional: true })}
<p class="field"><label for="list-file">${say('phrase.file')}</label>
<input id="list-file" name="list" type="file" accept=".txt,.tsv,text/plain,text/tab-separated-values"></p>
<p class="buttons"><button class="primary">${say('phrase.submit')}</button></p>`,
)}</section>`
}

function sectionField(sections: readonly Section[], chosen: string, say: Say): Html | null {
  if (sections.length === 0) return null
  const option = (value: string, words: string) =>
    html`<option value="${value}"${value === chosen ? html` selected` : null}>${words}</option>`
  return html`<p class="field"><label for="phrase-section">${say('phrase.section')}</label>
<select id="phrase-section" name="section">${option('', say('phrase.every-section'))}${sections.map(({ slug, name }) => option(slug, name))}</select></p>`
}

/** @NOTE "language" itself is the page's in every form. */
function languageField(frame: Frame, id: string, chosen: string | null, none: string, say: Say): Html {
  const option = (value: string, words: string) =>
    html`<option value="${value}"${value === (chosen ?? '') ? html` selected` : null}>${words}</option>`
  return html`<p class="field"><label for="${id}">${say('phrase.language')}</label>
<select id="${id}" name="within">${option('', say(none))}${spokenLanguages(frame).map(({ language, name }) => option(language, name))}</select></p>`
}
