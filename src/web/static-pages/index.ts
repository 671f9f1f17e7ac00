export { type ShownPage, staticPageHtml } from './static-page-html.ts'
