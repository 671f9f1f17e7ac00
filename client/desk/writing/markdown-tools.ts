import type { ChangeSpec, EditorState, Line, TransactionSpec } from '@codemirror/state'
import { EditorSelection } from '@codemirror/state'
import type { Command } from '@codemirror/view'
import type { Tool } from '../../../src/web/desk/writing/toolbar.ts'

/** What each button and its key do with the words at the caret. */
export const TOOLS: Readonly<Record<Tool, Command>> = {
  bold: around('**'),
  italic: around('*'),
  heading: before(/^#{1,6} /, () => '## '),
  quote: before(/^> ?/, () => '> '),
  list: before(/^[-*] /, () => '- '),
  numbers: before(/^\d+\. /, (index) => `${index + 1}. `),
  link: link(''),
  picture: link('!'),
  note,
  claim: sourced('claim'),
  speaker: sourced('quote'),
}

export const KEYS: Readonly<Record<string, Tool>> = {
  'Mod-b': 'bold',
  'Mod-i': 'italic',
  'Mod-k': 'link',
  'Mod-Alt-2': 'heading',
  'Mod-Alt-q': 'quote',
  'Mod-Alt-8': 'list',
  'Mod-Alt-7': 'numbers',
  'Mod-Alt-n': 'note',
  'Mod-Alt-c': 'claim',
  'Mod-Alt-s': 'speaker',
  'Mod-Alt-p': 'picture',
}

/** Sets marks around what is selected, or takes them away. */
function around(mark: string): Command {
  return ({ state, dispatch }) => {
    const change = state.changeByRange(({ from, to }) => {
      const isMarked =
        state.sliceDoc(from - mark.length, from) === mark && state.sliceDoc(to, to + mark.length) === mark
      const changes: ChangeSpec = isMarked
        ? [
            { from: from - mark.length, to: from },
            { from: to, to: to + mark.length },
          ]
        : [
            { from, insert: mark },
            { from: to, insert: mark },
          ]
      const shift = isMarked ? -mark.length : mark.length
      return { changes, range: EditorSelection.range(from + shift, to + shift) }
    })
    dispatch(state.update(change, { userEvent: 'input' }))
    return true
  }
}

/** Begins every line that is selected with a sign, or takes it from all that have it. */
function before(has: RegExp, sign: (index: number) => string): Command {
  return ({ state, dispatch }) => {
    const lines = selectedLines(state)
    const areMarked = lines.every(({ text }) => has.test(text))
    const changes = lines.map(({ from, text }, index) => {
      const old = has.exec(text)?.[0].length ?? 0
      return { from, to: from + old, insert: areMarked ? '' : sign(index) }
    })
    dispatch(state.update({ changes, userEvent: 'input' }))
    return true
  }
}

function selectedLines(state: EditorState): Line[] {
  const { from, to } = state.selection.main
  const [first, last] = [state.doc.lineAt(from).number, state.doc.lineAt(to).number]
  return Array.from({ length: last - first + 1 }, (_, index) => state.doc.line(first + index))
}

/** Makes a link of what is selected, and puts the caret where its address goes. */
function link(sign: '' | '!'): Command {
  return ({ state, dispatch }) => {
    const { from, to } = state.selection.main
    const text = state.sliceDoc(from, to)
    const at = from + sign.length + (text === '' ? 1 : text.length + 3)
    const spec: TransactionSpec = {
      changes: { from, to, insert: `${sign}[${text}]()` },
      selection: { anchor: at },
      userEvent: 'input',
    }
    dispatch(state.update(spec))
    return true
  }
}

/** Cites the next note at the caret, and begins it at the end. */
function note({ state, dispatch }: Parameters<Command>[0]): boolean {
  const text = state.doc.toString()
  const numbers = [...text.matchAll(/\[\^(\d+)\]/g)].map(([, number]) => Number(number))
  const next = Math.max(0, ...numbers) + 1
  const { to } = state.selection.main
  const end = `${text.endsWith('\n') ? '' : '\n'}\n[^${next}]: `
  const changes = [
    { from: to, insert: `[^${next}]` },
    { from: state.doc.length, insert: end },
  ]
  const anchor = state.doc.length + `[^${next}]`.length + end.length
  dispatch(state.update({ changes, selection: { anchor }, scrollIntoView: true, userEvent: 'input' }))
  return true
}

/** Marks what is selected as a claim or a quote with the next number, which stands selected so that another key can be typed. */
function sourced(kind: 'claim' | 'quote'): Command {
  return ({ state, dispatch }) => {
    const { from, to } = state.selection.main
    const selected = state.sliceDoc(from, to)
    const words = selected.trim()
    const at = from + selected.indexOf(words)
    const end = at + words.length
    const key = nextNumber(state.doc.toString(), kind)
    const anchor = end + `[]{${kind} `.length
    const changes = [
      { from: at, insert: '[' },
      { from: end, insert: `]{${kind} ${key}}` },
    ]
    const selection = words === '' ? { anchor: at + 1 } : { anchor, head: anchor + key.length }
    dispatch(state.update({ changes, selection, userEvent: 'input' }))
    return true
  }
}

function nextNumber(text: string, kind: string): string {
  const used = [...text.matchAll(/\{(claim|quote) (\d+)\}/g)].filter(([, of]) => of === kind)
  return String(Math.max(0, ...used.map(([, , number]) => Number(number))) + 1)
}
