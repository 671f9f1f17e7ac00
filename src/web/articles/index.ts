export type { EditionPage } from './article-page.ts'
export { presentAddress } from './former-address.ts'
export { sectionNamed } from './section.ts'
