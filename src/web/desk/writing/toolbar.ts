import type { Say } from '../../../kit/sentences.ts'
import { type Html, html } from '../../html/template.ts'

/** What can be done with the words at the caret, each with the sign that its button shows and its key. */
const TOOLS = [
  ['bold', 'B', 'Mod-b'],
  ['italic', 'I', 'Mod-i'],
  ['heading', 'H', 'Mod-Alt-2'],
  ['link', '↗', 'Mod-k'],
  ['quote', '❝', 'Mod-Alt-q'],
  ['list', '•', 'Mod-Alt-8'],
  ['numbers', '≡', 'Mod-Alt-7'],
  ['note', '†', 'Mod-Alt-n'],
  ['claim', '¹', 'Mod-Alt-c'],
  ['speaker', '❞', 'Mod-Alt-s'],
  ['picture', '▣', 'Mod-Alt-p'],
] as const

export type Tool = (typeof TOOLS)[number][0]

/** The buttons above the words, which script shows; without it there is nothing that they could do. */
export function toolbarHtml(say: Say): Html {
  return html`<div class="toolbar" role="toolbar" aria-label="${say('tools.title')}" hidden>${TOOLS.map(
    ([name, sign, key]) =>
      html`<button type="button" class="tool" data-tool="${name}" title="${say(`tools.${name}`)} (${key.replace('Mod', 'Ctrl')})" aria-label="${say(`tools.${name}`)}">${sign}</button>`,
  )}<button type="button" class="tool" data-tool="margin" title="${say('tools.margin')} (Ctrl-Alt-m)" aria-label="${say('tools.margin')}">✎</button><button type="button" class="tool" data-tool="preview" aria-pressed="false">${say('tools.preview')}</button><span class="counted" role="status"></span><span class="kept" role="status"></span></div>
`
}

/** The sentences that script says; each has its number or name where "…" stands. */
export function scriptWords(say: Say): Html {
  const said = {
    counted: say('tools.counted', { count: '…' }),
    kept: say('tools.kept'),
    offline: say('tools.offline'),
    refused: say('tools.refused'),
    taken: say('tools.taken', { name: '…' }),
    see: say('tools.see'),
    nobody: say('comment.nobody'),
    label: say('writing.words'),
  }
  return html`data-words="${JSON.stringify(said)}"`
}
