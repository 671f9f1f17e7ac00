export { editionPreview } from './article-page.ts'
export type { EditionPage } from './edition-page.ts'
export { presentAddress } from './former-address.ts'
export { sectionNamed } from './section.ts'
