import { inLanguage, placeAsked } from '../asked.ts'

/** Where moderators work. */
export const deskModerationPaths = {
  deskModeration: (language: string) => `/desk/moderation?language=${language}`,
  deskCases: '/desk/cases',
  /** What is not asked for is left out of the address. */
  deskQueue: (language: string, asked: Readonly<Record<string, string | number>> = {}) => {
    const given = Object.entries(asked).filter(([, value]) => value !== '')
    return `${deskModerationPaths.deskCases}?${new URLSearchParams([['language', language], ...given.map(([name, value]) => [name, String(value)])])}`
  },
  deskCase: (id: number, language?: string) => `/desk/cases/${id}${inLanguage(language)}`,
  deskCaseClaim: (id: number) => `/desk/cases/${id}/claim`,
  deskCaseNotes: (id: number) => `/desk/cases/${id}/notes`,
  deskCaseDecisions: (id: number) => `/desk/cases/${id}/decisions`,
  deskReasons: (language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    placeAsked('/desk/reasons', language, asked),
  deskReasonEnd: (id: number) => `/desk/reasons/${id}/end`,
  deskBulk: '/desk/bulk',
  deskBulkOf: (asked: { author: number } | { branch: number } | { comments: readonly number[] }, language: string) => {
    const part =
      'comments' in asked
        ? `comments=${asked.comments.join('.')}`
        : 'author' in asked
          ? `author=${asked.author}`
          : `branch=${asked.branch}`
    return `${deskModerationPaths.deskBulk}?language=${language}&${part}`
  },
  deskModerated: (personId: number, language?: string) => `/desk/moderation/people/${personId}${inLanguage(language)}`,
  deskPersonDecisions: (personId: number) => `/desk/moderation/people/${personId}/decisions`,
  deskDecision: (id: number, language?: string) => `/desk/decisions/${id}${inLanguage(language)}`,
  deskDecisionUndo: (id: number) => `/desk/decisions/${id}/undoing`,
  deskProposal: (id: number, language?: string) => `/desk/proposals/${id}${inLanguage(language)}`,
  deskProposalAssent: (id: number) => `/desk/proposals/${id}/assent`,
  deskProposalEnd: (id: number) => `/desk/proposals/${id}/end`,
  deskNotices: (language: string) => `/desk/notices?language=${language}`,
  deskNotice: (id: number) => `/desk/notices/${id}`,
  deskAppeals: (language: string) => `/desk/appeals?language=${language}`,
  deskAppeal: (id: number, language?: string) => `/desk/appeals/${id}${inLanguage(language)}`,
  deskPhrases: (language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    placeAsked('/desk/phrases', language, asked),
  deskClassifier: (language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    placeAsked('/desk/classifier', language, asked),
  deskClassifierTrial: '/desk/classifier/trial',
  deskAdmission: (language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    placeAsked('/desk/admission', language, asked),
  deskRestraints: (language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    placeAsked('/desk/restraints', language, asked),
  restraintEnd: (id: number) => `/desk/restraints/${id}/end`,
  deskPhraseTrial: '/desk/phrases/trial',
  deskPhraseList: '/desk/phrases/list',
  phraseRemoval: (id: number) => `/desk/phrases/${id}/removal`,
}
