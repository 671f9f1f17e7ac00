export { concernedHtml } from './concerned.ts'
