export { type Correction, correctionHtml, correctionsHtml } from './correction-html.ts'
export { linkNotes, type SourceLink, sourceLinkHtml } from './source-link.ts'
