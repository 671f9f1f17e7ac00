import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { markdown } from '@codemirror/lang-markdown'
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { drawSelection, EditorView, keymap } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { KEYS, TOOLS } from './markdown-tools.ts'
import { pasted } from './pasted.ts'

export interface Editing {
  label: string
  lang: string
  dir: string
  changed(): void
}

/** Puts an editor in the place of a field. @NOTE in a shadow root its styles are adopted, which the policy allows; elsewhere they would be inline. */
export function editorFor(field: HTMLTextAreaElement, { label, lang, dir, changed }: Editing): EditorView {
  const host = document.createElement('div')
  host.className = 'editor'
  const root = host.attachShadow({ mode: 'open' })
  field.before(host)
  field.hidden = true
  return new EditorView({
    parent: root,
    root,
    state: EditorState.create({ doc: field.value, extensions: extensions() }),
  })

  function extensions() {
    return [
      history(),
      drawSelection(),
      EditorView.lineWrapping,
      markdown(),
      syntaxHighlighting(LOOK),
      THEME,
      keymap.of([...ownKeys(), ...defaultKeymap, ...historyKeymap]),
      EditorView.contentAttributes.of({
        'aria-label': label,
        lang,
        dir,
        spellcheck: 'true',
        autocapitalize: 'sentences',
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) changed()
      }),
      EditorView.domEventHandlers({ paste: (event, view) => takePasted(event, view) }),
    ]
  }
}

function ownKeys() {
  return Object.entries(KEYS).map(([key, tool]) => ({ key, run: TOOLS[tool], preventDefault: true }))
}

function takePasted(event: ClipboardEvent, view: EditorView): boolean {
  const html = event.clipboardData?.getData('text/html')
  const words = html ? pasted(html) : ''
  if (words === '') return false
  view.dispatch(view.state.replaceSelection(words), { userEvent: 'input.paste', scrollIntoView: true })
  return true
}

const LOOK = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '650' },
  { tag: tags.strong, fontWeight: '650' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: [tags.link, tags.url], color: 'var(--accent)' },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.labelName], color: 'var(--quiet)' },
  { tag: tags.quote, color: 'var(--quiet)' },
])

const THEME = EditorView.theme({
  '&': { fontSize: '1.0625rem', color: 'var(--ink)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-content': {
    fontFamily: 'var(--words)',
    lineHeight: '1.65',
    padding: '0 0 4rem',
    minHeight: '55vh',
    caretColor: 'var(--ink)',
  },
  '.cm-line': { padding: '0' },
  '.cm-scroller': { fontFamily: 'var(--words)', lineHeight: '1.65' },
  '.cm-cursor': { borderInlineStart: '2px solid var(--accent)', marginInlineStart: '-1px' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    background: 'var(--mark)',
  },
})
