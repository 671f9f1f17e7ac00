import { inLanguage, placeAsked } from '../asked.ts'

/** Where sources are kept and cited. */
export const deskSourcesPaths = {
  deskClaims: (editionId: number, language?: string) => `/desk/editions/${editionId}/sources${inLanguage(language)}`,
  deskMarkDropping: (editionId: number) => `/desk/editions/${editionId}/sources/dropping`,
  /** In the words of an edition. */
  deskSourcedClaim: (id: number, language?: string, editionId?: number) =>
    `/desk/claims/${id}${inLanguage(language)}${editionId ? `&edition=${editionId}` : ''}`,
  deskHops: (claimId: number) => `/desk/claims/${claimId}/hops`,
  deskHop: (claimId: number, id: number) => `/desk/claims/${claimId}/hops/${id}`,
  deskRelations: (claimId: number) => `/desk/claims/${claimId}/relations`,
  deskQuote: (id: number, language?: string, editionId?: number) =>
    `/desk/quotes/${id}${inLanguage(language)}${editionId ? `&edition=${editionId}` : ''}`,
  deskProposals: (language?: string) => `/desk/proposals${inLanguage(language)}`,
  deskProposalRefusal: (id: number) => `/desk/proposals/${id}/refusal`,
  deskOutlets: (language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    placeAsked('/desk/outlets', language, asked),
  deskNewOutlet: (language: string) => `/desk/outlets/new?language=${language}`,
  deskOutlet: (id: number, language?: string, done?: boolean) =>
    `/desk/outlets/${id}${inLanguage(language)}${done ? '&done=1' : ''}`,
  deskOutletMerge: (id: number) => `/desk/outlets/${id}/merge`,
  deskParties: (language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    placeAsked('/desk/parties', language, asked),
  deskNewParty: (language: string) => `/desk/parties/new?language=${language}`,
  deskParty: (id: number, language?: string, done?: boolean) =>
    `/desk/parties/${id}${inLanguage(language)}${done ? '&done=1' : ''}`,
  deskPartyMerge: (id: number) => `/desk/parties/${id}/merge`,
  deskMergeUndoing: (id: number) => `/desk/merges/${id}/undoing`,
  deskDocuments: (language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    placeAsked('/desk/documents', language, asked),
  deskNewDocument: (language: string, articleId?: number) =>
    `/desk/documents/new?language=${language}${articleId ? `&article=${articleId}` : ''}`,
  deskReading: '/desk/documents/reading',
  deskDocument: (id: number, language?: string, { article, done }: { article?: number | undefined; done?: 1 } = {}) =>
    `/desk/documents/${id}${inLanguage(language)}${article ? `&article=${article}` : ''}${done ? '&done=1' : ''}`,
  deskDocumentOpening: (id: number) => `/desk/documents/${id}/opening`,
  deskDocumentCopies: (id: number) => `/desk/documents/${id}/copies`,
  deskCorrections: (articleId: number, language?: string, asked: Readonly<Record<string, number>> = {}) =>
    placeAsked(`/desk/articles/${articleId}/corrections`, language, asked),
}
