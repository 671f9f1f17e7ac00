import type { Language } from '../../../kit/language.ts'
import type { PairedParagraph, ParagraphState } from '../editions/paragraphs/paragraph.ts'

export interface Outgoing {
  from: Language
  to: Language
  /** What the file is called among others. */
  name: string
  paragraphs: readonly PairedParagraph[]
}

/** How XLIFF names what a paragraph is. Source: https://docs.oasis-open.org/xliff/xliff-core/v2.0/xliff-core-v2.0.html#state */
const STATES: Readonly<Record<ParagraphState, string>> = {
  untouched: 'initial',
  machine: 'translated',
  edited: 'translated',
  reviewed: 'reviewed',
}

/** An edition beside its original as XLIFF 2.0, a unit for each paragraph that the original has. */
export function writeXliff({ from, to, name, paragraphs }: Outgoing): string {
  const ids = unitIds(paragraphs)
  const units = paragraphs.flatMap((one, index) => (one.now === '' ? [] : [unitOf(one, ids[index]!)]))
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="${escaped(from)}" trgLang="${escaped(to)}">
<file id="edition" original="${escaped(name)}">
${units.join('')}</file>
</xliff>
`
}

/** By which each paragraph is known again: what it and its original say, and its number among those that say the same. */
export function unitIds(paragraphs: readonly Pick<PairedParagraph, 'wording'>[]): string[] {
  const seen = new Map<string, number>()
  return paragraphs.map(({ wording }) => {
    const number = (seen.get(wording) ?? 0) + 1
    seen.set(wording, number)
    return number === 1 ? `p-${wording}` : `p-${wording}-${number}`
  })
}

function unitOf({ now, words, state, isStale, part }: PairedParagraph, id: string): string {
  const target = words === '' ? '' : `<target xml:space="preserve">${escaped(words)}</target>`
  return `<unit id="${id}" type="parley:${part}"><segment state="${isStale ? 'initial' : STATES[state]}"><source xml:space="preserve">${escaped(now)}</source>${target}</segment></unit>
`
}

/** @NOTE XML cannot hold most control characters at all, and XLIFF has an element for them. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`)
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (sign) => {
      return /[\n\r\t]/.test(sign) || (sign >= '\u007f' && sign < '\ufffe')
        ? sign
        : `<cp hex="${sign.charCodeAt(0).toString(16).padStart(4, '0')}"/>`
    })
}
