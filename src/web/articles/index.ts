export type { EditionPage } from './article-page.ts'
export { sectionNamed } from './section.ts'
