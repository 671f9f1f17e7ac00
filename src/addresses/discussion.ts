import { articlePaths } from './articles.ts'
import { inLanguage } from './asked.ts'

/** Which part of a discussion an address names. */
export interface PartShown {
  under: number
  order?: string
  after?: number
  before?: number
  ranking?: number
  without?: readonly number[]
}

/** Where comments stand, and where they are written. */
export const discussionPaths = {
  join: (language: string, slug: string) => `${articlePaths.article(language, slug)}/comment`,
  /** The same with a marked passage quoted. */
  joinAbout: (language: string, slug: string, kind: 'claim' | 'quote', key: string) =>
    `${discussionPaths.join(language, slug)}?${kind}=${key}`,
  /** A part of the discussion, under one comment or (0) among the roots; what is left out is as it is at first. */
  part: (article: string, { under, order = 'oldest', after = 0, before = 0, ranking = 0, without = [] }: PartShown) => {
    const query = [
      order !== 'oldest' && `order=${order}`,
      under > 0 && `under=${under}`,
      ranking > 0 && `ranking=${ranking}`,
      after > 0 && `after=${after}`,
      without.length > 0 && `without=${without.join('.')}`,
      before > 0 && `before=${before}`,
    ].filter(Boolean)
    return query.length > 0 ? `${article}?${query.join('&')}` : article
  },
  comment: (id: number, language?: string) => `/c/${id}${inLanguage(language)}`,
  held: (id: number, language?: string) => `/c/${id}/held${inLanguage(language)}`,
  reply: (id: number, language: string) => `/c/${id}/reply?language=${language}`,
  quote: (id: number, language: string) => `/c/${id}/reply?quote=1&language=${language}`,
  replies: (id: number) => `/c/${id}/replies`,
  comments: (articleId: number) => `/a/${articleId}/comments`,
  edit: (id: number, language?: string) => `/c/${id}/edit${inLanguage(language)}`,
  removal: (id: number, language?: string) => `/c/${id}/removal${inLanguage(language)}`,
  restoration: (id: number, language?: string) => `/c/${id}/restoration${inLanguage(language)}`,
  quotations: (id: number, language?: string) => `/c/${id}/quotations${inLanguage(language)}`,
  /** A comment, translated for whoever asks. */
  commentTranslation: (id: number, language?: string) => `/c/${id}/translation${inLanguage(language)}`,
  /** With `after`, the page of those that follow. */
  commentTranslations: (articleId: number, language?: string, after?: number) =>
    `/a/${articleId}/translations${inLanguage(language)}${after ? `&after=${after}` : ''}`,
  reactions: (id: number, language?: string) => `/c/${id}/reactions${inLanguage(language)}`,
  history: (id: number, language?: string) => `/c/${id}/history${inLanguage(language)}`,
}
