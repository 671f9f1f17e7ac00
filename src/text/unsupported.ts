import type { Token } from 'markdown-it'

const DASHES = String.raw`[ \t]*:?-+:?[ \t]*`

/** Forms of other kinds of Markdown, and how they are told. A backslash before them says that the signs are meant. */
const FORMS = {
  table: new RegExp(String.raw`\|[^\n]*\n(?=[^\n]*\|)[ \t]*\|?${DASHES}(?:\|${DASHES})*\|?[ \t]*$`, 'm'),
  picture: /(?<!\\)!\[[^\]\n]*\][([]/,
  footnote: /(?<!\\)(?:\[\^[^\]\s]+\]|\^\[[^\]\n]+\])/,
  html: /(?<!\\)<(?:\/?[a-z][a-z0-9-]*(?:\s[^<>\n]*)?\/?>|!--)/i,
  strike: /(?<!\\)~~[^\s~](?:[^\n~]*[^\s~])?~~/,
  task: /^\[[ x]\] /i,
  /** Between single dollars only what has a sign of formulas in it, so that prices are none. */
  formula: /(?<!\\)\$\$[^$\n]+\$\$|(?<![\\$\p{L}\p{N}])\$(?=[^\s$])(?=[^$\n]*[\\^_{])[^$\n]*[^\s$\\]\$(?![$\d])/u,
} as const

export type UnsupportedForm = keyof typeof FORMS

const CODE = /(`+)[^`][\s\S]*?\1(?!`)/g

/** What somebody may have meant as a form that words do not take on here; it stands on the page as it was typed. */
export function unsupportedIn(tokens: readonly Token[]): UnsupportedForm[] {
  const texts = tokens.filter(({ type }) => type === 'inline').map(({ content }) => content.replace(CODE, ''))
  const forms = Object.keys(FORMS) as UnsupportedForm[]
  return forms.filter((form) => texts.some((text) => FORMS[form].test(text)))
}
