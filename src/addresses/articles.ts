import { inLanguage } from './asked.ts'

/** Where what is published is read. */
export const articlePaths = {
  front: (language: string) => `/${language}/`,
  section: (language: string, slug: string) => `/${language}/section/${encodeURIComponent(slug)}`,
  article: (language: string, slug: string) => `/${language}/${encodeURIComponent(slug)}`,
  articleSources: (language: string, slug: string) => `${articlePaths.article(language, slug)}/sources`,
  sourcesJson: (language: string, slug: string) => `${articlePaths.article(language, slug)}.sources.json`,
  proposal: (claimId: number, language?: string) => `/claims/${claimId}/proposal${inLanguage(language)}`,
  manifest: (language: string) => `/${language}/manifest.webmanifest`,
  page: (language: string, slug: string) => `/${language}/about/${encodeURIComponent(slug)}`,
  /** What is not asked for is left out of the address. */
  search: (language: string, asked: Readonly<Record<string, string | number>> = {}) => {
    const given = Object.entries(asked).filter(([, value]) => value !== '')
    const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
    return given.length > 0 ? `/${language}/search?${query}` : `/${language}/search`
  },
  tag: (language: string, slug: string) => `/${language}/tag/${encodeURIComponent(slug)}`,
  outlet: (language: string, key: string, from?: FromThere) =>
    `/${language}/outlets/${encodeURIComponent(key)}${goingOn(from)}`,
  party: (language: string, key: string, from?: FromThere) =>
    `/${language}/parties/${encodeURIComponent(key)}${goingOn(from)}`,
  corrections: (language: string, before?: number) => `/${language}/corrections${before ? `?before=${before}` : ''}`,
  correctionsFeed: (language: string) => articlePaths.feedOf(articlePaths.corrections(language)),
  /** How an article's published words were changed. */
  changes: (language: string, slug: string) => `${articlePaths.article(language, slug)}/changes`,
  ninjs: (language: string, slug: string) => `${articlePaths.article(language, slug)}/ninjs.json`,
  author: (language: string, personId: number) => `/${language}/person/${personId}`,
  feed: (language: string) => `/${language}/feed.atom`,
  /** The feed of what stands at an address. */
  feedOf: (path: string, form: 'atom' | 'rss' | 'json' = 'atom') => `${path}/feed.${form}`,
  sectionFeed: (language: string, slug: string) => articlePaths.feedOf(articlePaths.section(language, slug)),
  discussionFeed: (language: string, slug: string) => articlePaths.feedOf(articlePaths.article(language, slug)),
  otherEditions: (articleId: number, language?: string, done?: boolean) =>
    `/a/${articleId}/editions${inLanguage(language)}${done ? '&done=1' : ''}`,
  draft: (token: string) => `/draft/${token}`,
}

/** From where a list goes on: below a number, or after one. */
type FromThere = { before: number } | { after: number } | 0 | undefined

function goingOn(from: FromThere): string {
  return from ? `?${Object.entries(from).map(([name, value]) => `${name}=${value}`)}` : ''
}
