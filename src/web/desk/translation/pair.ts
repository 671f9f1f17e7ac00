import { paths } from '../../../addresses/paths.ts'
import type { Edition } from '../../../domain/articles/index.ts'
import { originalHash, type PairedParagraph } from '../../../domain/translation/index.ts'
import { directionOf, nameOf } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import { type Run, wordChanges } from '../../../text/word-changes.ts'
import { arrowIn } from '../../html/arrow.ts'
import { dateTimeHtml } from '../../html/date-time.ts'
import { formHtml } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { sentenceHtml } from '../../html/sentence-html.ts'
import { type Html, html, joined } from '../../html/template.ts'
import { missesHtml } from './misses.ts'
import type { TranslationShown } from './translation-shown.ts'

export interface Pair {
  one: PairedParagraph
  /** Its number among all, and its name. */
  number: number
  label: string
  original: Edition
}

/** One paragraph: what the original says and what became of that, and beside it the words of the edition. */
export function pairHtml(frame: Frame, shown: TranslationShown, pair: Pair, say: Say): Html {
  const { one, number, label, original } = pair
  const { edition, forms, typed, before, questions } = shown
  const id = `words-${number}`
  const written = { lang: edition.language, dir: directionOf(edition.language) }
  const value = typed?.wording === one.wording ? typed.words : one.words
  const hash = originalHash(one.now || one.original)
  const proposal = one.words === '' ? before.get(hash) : undefined
  const asked = questions.filter((question) => question.originalHash === hash)
  return html`<li class="pair" data-state="${one.isStale ? 'stale' : one.state}">
<div class="of-original"><p class="pair-name">${label}</p>
${originalHtml(one, original, say)}${glossaryHtml(frame, shown, one, original)}${unsettledHtml(frame, shown, pair, say)}</div>
<div class="of-edition">
${formHtml(
  { ...forms.paragraph, key: `${forms.paragraph.key}-${number}`, hidden: { wording: one.wording } },
  frame.language,
  null,
  html`<label class="unseen" for="${id}">${say('translation.in', { paragraph: label, language: nameOf(edition.language, frame.language) })}</label>
<textarea id="${id}" name="words" rows="${rowsFor(one)}" lang="${written.lang}" dir="${written.dir}" spellcheck="true">
${value}</textarea>
${proposal ? html`<div class="proposal"><p class="quiet">${say('memory.same')}</p><blockquote lang="${written.lang}" dir="${written.dir}">${proposal.words}</blockquote></div>` : null}
<p class="pair-tools"><button class="plain" name="save">${say('writing.save')}</button> <button class="plain" name="reviewed" value="1">${say('translation.save-reviewed')}</button> <a href="${paths.deskParagraph(edition.id, one.wording, frame.language)}">${say('translation.more')}</a></p>`,
)}
<p class="pair-state quiet">${stateOf(frame, shown, one, say)}${one.words !== '' && (one.state !== 'reviewed' || one.isStale) ? html` <label><input type="checkbox" name="wording" value="${one.wording}" form="reviewing"> ${say('translation.tick')}</label>` : null}</p>
${missesHtml(frame, shown, one, `reason-${number}`, say)}
${asked.map(
  ({ by, question, answer }) =>
    html`<div class="asked"><p dir="auto"><b><bdi>${by ?? say('comment.nobody')}</bdi></b> ${question}</p>${answer === null ? html`<p class="quiet">${say('question.waits')}</p>` : html`<p dir="auto">${answer}</p>`}</div>`,
)}</div></li>
`
}

/** What each paragraph of an edition is called: those of the body have numbers. */
export function paragraphNames(paragraphs: readonly Pick<PairedParagraph, 'part'>[], say: Say): string[] {
  let number = 0
  return paragraphs.map(({ part }) => {
    return part === 'words' ? say('translation.paragraph', { number: ++number }) : say(`writing.${part}`)
  })
}

/** The names of the glossary that stand in the original, and how the edition writes them. */
function glossaryHtml(
  frame: Frame,
  { facts, edition }: TranslationShown,
  { wording }: PairedParagraph,
  original: Edition,
): Html | null {
  const names = facts.named.get(wording) ?? []
  if (names.length === 0) return null
  return html`<ul class="glossary-forms quiet" role="list">${names.map(
    (name) =>
      html`<li><bdi lang="${original.language}">${name.original}</bdi>${arrowIn(frame.language)}<bdi lang="${edition.language}"${name.isLocked ? html` class="locked"` : null}>${name.form}</bdi></li>`,
  )}</ul>`
}

/** The names of the original that are met here first and nobody has settled, each with the way to where that is done. */
function unsettledHtml(
  { language }: Frame,
  { facts }: TranslationShown,
  { one, original }: Pair,
  say: Say,
): Html | null {
  const names = facts.unsettled.get(one.wording) ?? []
  if (names.length === 0) return null
  return html`<p class="unsettled">${say('names.unsettled-here')} ${names.map(
    ({ form, entryId }, at) =>
      html`${at > 0 ? ', ' : null}<a href="${entryId === undefined ? paths.deskEditionNames(original.id, language) : paths.deskName(entryId, language)}"><bdi lang="${original.language}">${form}</bdi></a>`,
  )}</p>`
}

function originalHtml(one: PairedParagraph, original: Edition, say: Say): Html {
  const written = html`lang="${original.language}" dir="${directionOf(original.language)}"`
  if (one.now === '') {
    const gone = one.original === '' ? 'translation.own' : 'translation.gone'
    return html`<p class="quiet">${say(gone)}</p>${one.original ? html`<div class="markdown" ${written}><del>${one.original}</del></div>` : null}`
  }
  if (!one.isStale) return html`<div class="markdown" ${written}>${one.now}</div>`
  return html`<p class="stale-mark">${say('translation.stale')}</p><div class="markdown" ${written}>${changesHtml(one.original, one.now)}</div>`
}

/** What was taken out and what came in, in one text. */
export function changesHtml(before: string, now: string): Html {
  return html`${wordChanges(before, now).map(
    (line) => html`${line.isChanged ? mixed(line.before, line.after) : line.after.map(({ words }) => words)}
`,
  )}`
}

function mixed(before: readonly Run[], after: readonly Run[]): Html {
  const parts: Html[] = []
  let at = 0
  for (const run of after) {
    if (run.isChanged) {
      for (; before[at]?.isChanged; at++) parts.push(html`<del>${before[at]!.words}</del>`)
      parts.push(html`<ins>${run.words}</ins>`)
      continue
    }
    for (; at < before.length && before[at]!.isChanged; at++) parts.push(html`<del>${before[at]!.words}</del>`)
    at++
    parts.push(html`${run.words}`)
  }
  for (; at < before.length; at++) if (before[at]!.isChanged) parts.push(html`<del>${before[at]!.words}</del>`)
  return html`${parts}`
}

/** What is said of it: by whom, by which machine, and who has read it. */
function stateOf(frame: Frame, { names }: TranslationShown, one: PairedParagraph, say: Say): Html {
  const { language, publication } = frame
  const nobody = say('comment.nobody')
  const bold = (name: string | undefined) => html`<bdi>${name ?? nobody}</bdi>`
  const moment = (at: number | null) => dateTimeHtml(at ?? 0, 'short', { language, zone: publication.zone })
  const machine = html`<bdi>${[one.engine, one.model].filter(Boolean).join(' ')}</bdi>`
  if (one.words === '') return html`${say('translation.missing')}`
  const wrote =
    one.byId === null
      ? one.engine
        ? null
        : html`${say('paragraph-state.edited')}`
      : sentenceHtml(say, 'translation.by', { name: bold(names.get(one.byId)), when: moment(one.at) })
  const drafted = one.engine
    ? sentenceHtml(say, 'translation.drafted', { machine, version: html`${one.glossaryVersion ?? 0}` })
    : null
  const read =
    one.state === 'reviewed'
      ? sentenceHtml(say, 'translation.reviewed-by', {
          name: bold(names.get(one.reviewedById!)),
          when: moment(one.reviewedAt),
        })
      : null
  return html`<span class="state" data-state="${one.state}">${say(`paragraph-state.${one.state}`)}</span> ${joined([drafted, wrote, read], ' · ')}`
}

const A_LINE = 60

function rowsFor({ now, words }: PairedParagraph): number {
  const lines = (text: string) => text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / A_LINE), 0)
  return Math.min(30, Math.max(2, lines(now), lines(words)))
}
