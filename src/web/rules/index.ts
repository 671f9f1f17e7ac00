export { type Rule, rulesPage } from './rules-page.ts'
