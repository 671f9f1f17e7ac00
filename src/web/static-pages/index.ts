export { staticPageHtml } from './static-page-html.ts'
