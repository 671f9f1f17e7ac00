import { inLanguage, placeAsked } from '../asked.ts'

/** Where editors write, publish and take back. */
export const deskWritingPaths = {
  /** What is not asked for is left out of the address. */
  deskArticles: (language?: string, asked: Readonly<Record<string, string>> = {}) => {
    const given = Object.entries(asked).filter(([, value]) => value !== '')
    return language ? `/desk/articles?${new URLSearchParams([['language', language], ...given])}` : '/desk/articles'
  },
  deskNewArticle: (language: string) => `/desk/articles/new?language=${language}`,
  deskDeleted: (language: string, done?: string) =>
    `/desk/articles/deleted?language=${language}${done ? `&done=${done}` : ''}`,
  deskDeletion: (articleId: number, language?: string) => `/desk/articles/${articleId}/deletion${inLanguage(language)}`,
  deskArticleRestoration: (articleId: number) => `/desk/articles/${articleId}/restoration`,
  deskFigures: (language: string, days?: number) => `/desk/figures?language=${language}${days ? `&days=${days}` : ''}`,
  deskEditionFigures: (id: number, language: string) => `/desk/editions/${id}/figures?language=${language}`,
  deskNotes: (id: number, language?: string) => `/desk/editions/${id}/notes${inLanguage(language)}`,
  deskNoteEnd: (noteId: number) => `/desk/notes/${noteId}/end`,
  deskDraftLinks: (id: number, language?: string) => `/desk/editions/${id}/links${inLanguage(language)}`,
  draftLinkWithdrawal: (linkId: number) => `/desk/links/${linkId}/withdrawal`,
  deskSisters: (articleId: number) => `/desk/articles/${articleId}/editions`,
  deskEdition: (id: number, language?: string, done?: string) =>
    `/desk/editions/${id}${inLanguage(language)}${done ? `&done=${done}` : ''}`,
  deskPreview: (id: number, language: string, revision?: number) =>
    `/desk/editions/${id}/preview?language=${language}${revision ? `&revision=${revision}` : ''}`,
  deskRevisions: (id: number, language: string, before?: number) =>
    `/desk/editions/${id}/revisions?language=${language}${before ? `&before=${before}` : ''}`,
  deskRevision: (id: number, revision: number, language: string, beside?: number) =>
    `/desk/editions/${id}/revisions/${revision}?language=${language}${beside ? `&beside=${beside}` : ''}`,
  deskRestoration: (id: number, revision: number) => `/desk/editions/${id}/revisions/${revision}/restoration`,
  deskParticulars: (id: number) => `/desk/editions/${id}/particulars`,
  deskSharing: (id: number, language?: string) => `/desk/editions/${id}/sharing${inLanguage(language)}`,
  deskReview: (id: number) => `/desk/editions/${id}/review`,
  deskPublication: (id: number) => `/desk/editions/${id}/publication`,
  deskWorkingCopy: (id: number) => `/desk/editions/${id}/working-copy`,
  deskTakeOver: (id: number) => `/desk/editions/${id}/take-over`,
  deskSchedule: (id: number) => `/desk/editions/${id}/schedule`,
  deskTakeOff: (id: number) => `/desk/editions/${id}/take-off`,
  deskEmbargo: (id: number) => `/desk/editions/${id}/embargo`,
  deskWithdrawal: (id: number) => `/desk/editions/${id}/withdrawal`,
  deskRetraction: (id: number) => `/desk/editions/${id}/retraction`,
  deskPictures: (language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    placeAsked('/desk/pictures', language, asked),
  deskPicture: (id: number, language?: string) => `/desk/pictures/${id}${inLanguage(language)}`,
  /** What is not asked for is left out of the address. */
  deskArticlePictures: (
    articleId: number,
    language?: string,
    asked: Readonly<Record<string, string | number>> = {},
  ) => {
    const query = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]))
    return `/desk/articles/${articleId}/pictures${inLanguage(language)}${query.size > 0 ? `&${query}` : ''}`
  },
  deskPictureRemoval: (id: number) => `/desk/pictures/${id}/removal`,
}
