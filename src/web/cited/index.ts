export { type Correction, correctionHtml, correctionsHtml } from './correction-html.ts'
export { keptWordsHtml, linkNotes, type SourceLink, sourceLinkHtml } from './source-link.ts'
