import { paths } from '../../addresses/paths.ts'
import { POLICY_PAGES, type PolicyPage } from '../../domain/articles/index.ts'
import type { Json } from '../html/json-ld.ts'
import type { EditionPage } from './edition-page.ts'

/** The publication as schema.org names it, with the pages that say how it works. */
export function publisherOf({ origin, publication, edition, policies = [] }: EditionPage): Json {
  const named = Object.fromEntries(
    policies.map((slug) => [POLICY_PAGES[slug as PolicyPage], origin + paths.page(edition.language, slug)]),
  )
  return {
    '@type': 'NewsMediaOrganization',
    name: publication.name,
    url: origin + paths.front(edition.language),
    publishingPrinciples: origin + paths.rules(edition.language),
    correctionsPolicy: origin + paths.corrections(edition.language),
    ...named,
  }
}

/** The same for ninjs: what each page is about, and where it stands. */
export function trustIndicators({ origin, edition, policies = [] }: EditionPage): Json[] {
  const corrections = { role: `${SCHEMA}correctionsPolicy`, href: origin + paths.corrections(edition.language) }
  const pages = policies.map((slug) => ({
    role: SCHEMA + POLICY_PAGES[slug as PolicyPage],
    href: origin + paths.page(edition.language, slug),
  }))
  const principles = { role: `${SCHEMA}publishingPrinciples`, href: origin + paths.rules(edition.language) }
  return [...pages, ...(policies.includes('corrections-policy') ? [] : [corrections]), principles]
}

const SCHEMA = 'https://schema.org/'
