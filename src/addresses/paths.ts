/** Which part of a discussion an address names. */
export interface PartShown {
  under: number
  order?: string
  after?: number
  before?: number
  ranking?: number
  without?: readonly number[]
}

/** Where everything stands: pages link by these, app.ts routes the same addresses. */
export const paths = {
  alive: '/healthz',
  ready: '/readyz',
  /** At an address of its own. */
  metrics: '/metrics',
  live: '/live',

  front: (language: string) => `/${language}/`,
  section: (language: string, slug: string) => `/${language}/section/${encodeURIComponent(slug)}`,
  article: (language: string, slug: string) => `/${language}/${encodeURIComponent(slug)}`,
  join: (language: string, slug: string) => `${paths.article(language, slug)}/comment`,
  /** The same with a marked passage quoted. */
  joinAbout: (language: string, slug: string, kind: 'claim' | 'quote', key: string) =>
    `${paths.join(language, slug)}?${kind}=${key}`,
  articleSources: (language: string, slug: string) => `${paths.article(language, slug)}/sources`,
  sourcesJson: (language: string, slug: string) => `${paths.article(language, slug)}.sources.json`,
  proposal: (claimId: number, language?: string) => `/claims/${claimId}/proposal${inLanguage(language)}`,
  manifest: (language: string) => `/${language}/manifest.webmanifest`,
  reading: (language: string) => `/${language}/account/reading`,
  look: '/me/look.css',
  rules: (language: string) => `/${language}/rules`,
  page: (language: string, slug: string) => `/${language}/about/${encodeURIComponent(slug)}`,
  illegalContent: (language: string, commentId?: number) =>
    `/${language}/rules/illegal-content${commentId ? `?comment=${commentId}` : ''}`,
  /** With `before`, the page of earlier entries. */
  publicLog: (language: string, before?: number) => `/${language}/rules/log${before ? `?before=${before}` : ''}`,
  publicLogFeed: (language: string) => paths.feedOf(paths.publicLog(language)),
  transparency: (language: string, year?: number) => `/${language}/rules/transparency${year ? `/${year}` : ''}`,
  publicLogEntries: (language: string) => `/${language}/rules/log/entries.json`,
  notice: (language: string, token: string) => `/${language}/rules/illegal-content/${token}`,
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
  correctionsFeed: (language: string) => paths.feedOf(paths.corrections(language)),
  /** How an article's published words were changed. */
  changes: (language: string, slug: string) => `${paths.article(language, slug)}/changes`,
  ninjs: (language: string, slug: string) => `${paths.article(language, slug)}/ninjs.json`,
  author: (language: string, personId: number) => `/${language}/person/${personId}`,
  /** Where there is nothing for those who search the web. */
  notForPrograms: ['/desk', '/draft/', '/me/', '/notices', '/follows', '/questions'],
  sitemap: '/sitemap.xml',
  sitemapPart: (part: string) => `/sitemap/${part}.xml`,
  newsSitemap: '/news-sitemap.xml',

  feed: (language: string) => `/${language}/feed.atom`,
  /** The feed of what stands at an address. */
  feedOf: (path: string, form: 'atom' | 'rss' | 'json' = 'atom') => `${path}/feed.${form}`,
  sectionFeed: (language: string, slug: string) => paths.feedOf(paths.section(language, slug)),
  discussionFeed: (language: string, slug: string) => paths.feedOf(paths.article(language, slug)),

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
  caseOf: (id: number) => `/c/${id}/case`,
  restoration: (id: number, language?: string) => `/c/${id}/restoration${inLanguage(language)}`,
  quotations: (id: number, language?: string) => `/c/${id}/quotations${inLanguage(language)}`,
  /** A comment, translated for whoever asks. */
  commentTranslation: (id: number, language?: string) => `/c/${id}/translation${inLanguage(language)}`,
  /** With `after`, the page of those that follow. */
  commentTranslations: (articleId: number, language?: string, after?: number) =>
    `/a/${articleId}/translations${inLanguage(language)}${after ? `&after=${after}` : ''}`,
  reactions: (id: number, language?: string) => `/c/${id}/reactions${inLanguage(language)}`,
  report: (id: number, language?: string) => `/c/${id}/report${inLanguage(language)}`,
  history: (id: number, language?: string) => `/c/${id}/history${inLanguage(language)}`,

  notices: (language?: string) => `/notices${inLanguage(language)}`,
  unsubscribe: (token: string, language: string) => `/unsubscribe/${token}?language=${language}`,
  muted: (language: string) => `/muted?language=${language}`,
  claim: (id: number) => `/people/${id}/claim`,
  mute: (id: number) => `/people/${id}/mute`,
  noticesRead: '/notices/reading',
  follows: (language: string) => `/follows?language=${language}`,
  devices: '/me/devices',
  ownData: '/me/data',
  serviceWorker: '/service-worker.js',
  asset: (file: string) => `/assets/${file}`,
  colours: (file: string) => `/colours/${file}`,
  media: (file: string) => `/media/${file}`,
  followArticle: (id: number, language?: string) => `/a/${id}/follow${inLanguage(language)}`,
  followBranch: (id: number, language?: string) => `/c/${id}/follow${inLanguage(language)}`,
  otherEditions: (articleId: number, language?: string, done?: boolean) =>
    `/a/${articleId}/editions${inLanguage(language)}${done ? '&done=1' : ''}`,
  saveArticle: (id: number, language?: string) => `/a/${id}/saved${inLanguage(language)}`,
  saveComment: (id: number, language?: string) => `/c/${id}/saved${inLanguage(language)}`,
  saved: (language: string) => `/${language}/account/saved`,
  person: (id: number, language?: string) => `/people/${id}${inLanguage(language)}`,
  personFeed: (id: number, language: string) => `/people/${id}/feed.atom?language=${language}`,

  signIn: (language: string, next?: string) => `/${language}/sign-in${next ? `?next=${encodeURIComponent(next)}` : ''}`,
  /** The way in for somebody who is in already, and shall show once more who they are. */
  signInAgain: (language: string, next: string) => `${paths.signIn(language, next)}&again=1`,
  signUp: (language: string, next?: string) => `/${language}/sign-up${next ? `?next=${encodeURIComponent(next)}` : ''}`,
  signInLetter: (language: string) => `/${language}/sign-in/letter`,
  signInSent: (language: string) => `/${language}/sign-in/sent`,
  signInCode: (language: string) => `/${language}/sign-in/code`,
  signInSecond: (language: string, next?: string) =>
    `/${language}/sign-in/second${next ? `?next=${encodeURIComponent(next)}` : ''}`,
  signInSecondLost: (language: string) => `/${language}/sign-in/second/lost`,
  secondFactorStop: (language: string, token?: string) =>
    `/${language}/sign-in/second/stop${token ? `?token=${token}` : ''}`,
  signInLink: (language: string, token?: string) => `/${language}/sign-in/link${token ? `?token=${token}` : ''}`,
  demoClearing: '/demo/clearing',
  signOut: '/sign-out',
  signOutEverywhere: '/sign-out/everywhere',
  account: (language: string) => `/${language}/account`,
  joining: (language: string, next?: string) =>
    `/${language}/account/joining${next ? `?next=${encodeURIComponent(next)}` : ''}`,
  accountName: (language: string) => `/${language}/account/name`,
  accountPicture: (language: string) => `/${language}/account/picture`,
  accountRenaming: (language: string) => `/${language}/account/renaming`,
  accountProfile: (language: string) => `/${language}/account/profile`,
  accountNotices: (language: string) => `/${language}/account/notices`,
  accountData: (language: string) => `/${language}/account/data`,
  statements: (language: string) => `/${language}/account/statements`,
  statement: (language: string, id: number) => `/${language}/account/statements/${id}`,
  appeal: (statementId: number, language: string) => `/${language}/account/statements/${statementId}/appeal`,
  accountErasure: (language: string) => `/${language}/account/erasure`,
  accountPassword: (language: string) => `/${language}/account/password`,
  signInPasskey: (language: string) => `/${language}/sign-in/passkey`,
  signInPasskeyOptions: (language: string) => `/${language}/sign-in/passkey/options`,
  passkeys: (language: string) => `/${language}/account/passkeys`,
  passkeyOptions: (language: string) => `/${language}/account/passkeys/options`,
  passkeyRemoval: (language: string) => `/${language}/account/passkeys/removal`,
  passwordAdvice: (language: string) => `/${language}/account/password/advice`,
  signInWith: (
    language: string,
    provider: string,
    { next, connect }: { next?: string | undefined; connect?: boolean } = {},
  ) => {
    const query = new URLSearchParams({ ...(next && { next }), ...(connect && { connect: '1' }) })
    return `/${language}/sign-in/with/${provider}${query.size > 0 ? `?${query}` : ''}`
  },
  providerBack: (provider: string) => `/sign-in/with/${provider}/back`,
  providerRemoval: (language: string) => `/${language}/account/provider-removal`,
  accountMail: (language: string) => `/${language}/account/mail`,
  mailProof: (language: string, token?: string) => `/${language}/account/mail/proof${token ? `?token=${token}` : ''}`,
  mailUndo: (language: string, token?: string) => `/${language}/account/mail/undo${token ? `?token=${token}` : ''}`,
  security: (language: string) => `/${language}/account/security`,
  secondFactor: (language: string, next?: string) =>
    `/${language}/account/second-factor${next ? `?next=${encodeURIComponent(next)}` : ''}`,
  secondFactorRemoval: (language: string) => `/${language}/account/second-factor/removal`,
  secondFactorKeeping: (language: string) => `/${language}/account/second-factor/keeping`,
  sessionEnding: (language: string) => `/${language}/account/session-ending`,
  recoveryCodes: (language: string) => `/${language}/account/recovery-codes`,
  firstAdministrator: '/first-administrator',

  desk: (language: string) => `/desk?language=${language}`,
  deskModeration: (language: string) => `/desk/moderation?language=${language}`,
  deskCases: '/desk/cases',
  /** What is not asked for is left out of the address. */
  deskQueue: (language: string, asked: Readonly<Record<string, string | number>> = {}) => {
    const given = Object.entries(asked).filter(([, value]) => value !== '')
    return `${paths.deskCases}?${new URLSearchParams([['language', language], ...given.map(([name, value]) => [name, String(value)])])}`
  },
  deskCase: (id: number, language?: string) => `/desk/cases/${id}${inLanguage(language)}`,
  deskCaseClaim: (id: number) => `/desk/cases/${id}/claim`,
  deskCaseNotes: (id: number) => `/desk/cases/${id}/notes`,
  deskCaseDecisions: (id: number) => `/desk/cases/${id}/decisions`,
  deskReasons: (language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    deskPlace('/desk/reasons', language, asked),
  deskReasonEnd: (id: number) => `/desk/reasons/${id}/end`,
  deskBulk: '/desk/bulk',
  deskBulkOf: (asked: { author: number } | { branch: number } | { comments: readonly number[] }, language: string) => {
    const part =
      'comments' in asked
        ? `comments=${asked.comments.join('.')}`
        : 'author' in asked
          ? `author=${asked.author}`
          : `branch=${asked.branch}`
    return `${paths.deskBulk}?language=${language}&${part}`
  },
  deskModerated: (personId: number, language?: string) => `/desk/moderation/people/${personId}${inLanguage(language)}`,
  deskPersonDecisions: (personId: number) => `/desk/moderation/people/${personId}/decisions`,
  deskDecision: (id: number, language?: string) => `/desk/decisions/${id}${inLanguage(language)}`,
  deskDecisionUndo: (id: number) => `/desk/decisions/${id}/undoing`,
  deskProposal: (id: number, language?: string) => `/desk/proposals/${id}${inLanguage(language)}`,
  deskProposalAssent: (id: number) => `/desk/proposals/${id}/assent`,
  deskProposalEnd: (id: number) => `/desk/proposals/${id}/end`,
  deskRights: (language: string) => `/desk/rights?language=${language}`,
  deskAudit: (language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    deskPlace('/desk/audit', language, asked),
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
  draft: (token: string) => `/draft/${token}`,
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
  deskTranslations: (language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    deskPlace('/desk/translation', language, asked),
  deskBeginTranslation: (articleId: number) => `/desk/articles/${articleId}/translations`,
  deskTranslation: (id: number, language?: string, done?: string) =>
    `/desk/editions/${id}/translation${inLanguage(language)}${done ? `&done=${done}` : ''}`,
  deskParagraphs: (id: number) => `/desk/editions/${id}/translation/paragraphs`,
  deskParagraph: (id: number, wording: string, language: string) =>
    `/desk/editions/${id}/translation/paragraphs/${wording}?language=${language}`,
  deskParagraphQuestions: (id: number, wording: string) =>
    `/desk/editions/${id}/translation/paragraphs/${wording}/questions`,
  deskParagraphCheck: (id: number) => `/desk/editions/${id}/translation/check`,
  deskParagraphReviews: (id: number) => `/desk/editions/${id}/translation/reviews`,
  deskTranslationRevisions: (id: number) => `/desk/editions/${id}/translation/revisions`,
  deskTranslationTakeOver: (id: number) => `/desk/editions/${id}/translation/take-over`,
  deskOverrides: (id: number) => `/desk/editions/${id}/translation/overrides`,
  deskDrafts: (id: number) => `/desk/editions/${id}/translation/drafts`,
  deskXliff: (id: number, language?: string) => `/desk/editions/${id}/translation/xliff${inLanguage(language)}`,
  translationQuestions: (language: string) => `/questions?language=${language}`,
  translationAnswer: (id: number) => `/questions/${id}/answer`,
  deskNotices: (language: string) => `/desk/notices?language=${language}`,
  deskNotice: (id: number) => `/desk/notices/${id}`,
  deskAppeals: (language: string) => `/desk/appeals?language=${language}`,
  deskAppeal: (id: number, language?: string) => `/desk/appeals/${id}${inLanguage(language)}`,
  deskPeople: (language?: string, after?: number) =>
    `/desk/people${inLanguage(language)}${after ? `&after=${after}` : ''}`,
  deskPerson: (id: number, language: string) => `/desk/people/${id}?language=${language}`,
  deskInvitations: (language?: string) => `/desk/invitations${inLanguage(language)}`,
  invitationWithdrawal: (id: number) => `/desk/invitations/${id}/withdrawal`,
  invitation: (language?: string, token?: string) =>
    language ? `/invitation?language=${language}&token=${token}` : '/invitation',
  /** What would go from a placeholder to somebody. */
  deskClaim: (id: number, language?: string, to?: number) =>
    `/desk/people/${id}/claim${inLanguage(language)}${to ? `&to=${to}` : ''}`,
  deskClaimRefusal: (id: number) => `/desk/people/${id}/claim/refusal`,
  deskSecondFactorRemoval: (id: number) => `/desk/people/${id}/second-factor-removal`,
  deskPhrases: (language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    deskPlace('/desk/phrases', language, asked),
  deskClassifier: (language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    deskPlace('/desk/classifier', language, asked),
  deskClassifierTrial: '/desk/classifier/trial',
  deskAdmission: (language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    deskPlace('/desk/admission', language, asked),
  deskRestraints: (language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    deskPlace('/desk/restraints', language, asked),
  restraintEnd: (id: number) => `/desk/restraints/${id}/end`,
  deskPhraseTrial: '/desk/phrases/trial',
  deskPhraseList: '/desk/phrases/list',
  deskGlossary: (language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    deskPlace('/desk/glossary', language, asked),
  deskGlossaryFile: (format?: 'csv' | 'tbx', language?: string) =>
    deskPlace(format ? `/desk/glossary/${format}` : '/desk/glossary/file', language, {}),
  deskName: (id: number, language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    deskPlace(`/desk/glossary/${id}`, language, asked),
  deskNameForms: (id: number) => `/desk/glossary/${id}/forms`,
  deskNameRemoval: (id: number) => `/desk/glossary/${id}/removal`,
  deskEditionNames: (id: number, language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    deskPlace(`/desk/editions/${id}/names`, language, asked),
  phraseRemoval: (id: number) => `/desk/phrases/${id}/removal`,
  deskPictures: (language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    deskPlace('/desk/pictures', language, asked),
  deskOfPublication: (language: string, done?: boolean) =>
    `/desk/publication?language=${language}${done ? '&done=1' : ''}`,
  deskShaping: (part: string, language?: string, wordsIn?: string) =>
    `/desk/publication/${part}${inLanguage(language)}${wordsIn ? `&in=${wordsIn}` : ''}`,
  deskStaticPage: (slug: string, language?: string, wordsIn?: string) =>
    `/desk/publication/pages/${encodeURIComponent(slug)}${inLanguage(language)}${wordsIn ? `&in=${wordsIn}` : ''}`,
  shapingUndoing: (id: number) => `/desk/publication/changes/${id}/undoing`,
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
  deskRoles: (id: number) => `/desk/people/${id}/roles`,
  deskOutlets: (language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    deskPlace('/desk/outlets', language, asked),
  deskNewOutlet: (language: string) => `/desk/outlets/new?language=${language}`,
  deskOutlet: (id: number, language?: string, done?: boolean) =>
    `/desk/outlets/${id}${inLanguage(language)}${done ? '&done=1' : ''}`,
  deskOutletMerge: (id: number) => `/desk/outlets/${id}/merge`,
  deskParties: (language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    deskPlace('/desk/parties', language, asked),
  deskNewParty: (language: string) => `/desk/parties/new?language=${language}`,
  deskParty: (id: number, language?: string, done?: boolean) =>
    `/desk/parties/${id}${inLanguage(language)}${done ? '&done=1' : ''}`,
  deskPartyMerge: (id: number) => `/desk/parties/${id}/merge`,
  deskMergeUndoing: (id: number) => `/desk/merges/${id}/undoing`,
  deskDocuments: (language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    deskPlace('/desk/documents', language, asked),
  deskNewDocument: (language: string, articleId?: number) =>
    `/desk/documents/new?language=${language}${articleId ? `&article=${articleId}` : ''}`,
  deskReading: '/desk/documents/reading',
  deskDocument: (id: number, language?: string, { article, done }: { article?: number | undefined; done?: 1 } = {}) =>
    `/desk/documents/${id}${inLanguage(language)}${article ? `&article=${article}` : ''}${done ? '&done=1' : ''}`,
  deskDocumentOpening: (id: number) => `/desk/documents/${id}/opening`,
  deskDocumentCopies: (id: number) => `/desk/documents/${id}/copies`,
  deskCorrections: (articleId: number, language?: string, asked: Readonly<Record<string, number>> = {}) =>
    deskPlace(`/desk/articles/${articleId}/corrections`, language, asked),
}

/** A link says in which language its page is; a form carries that itself. */
function inLanguage(language: string | undefined): string {
  return language ? `?language=${language}` : ''
}

const FORMS: readonly (readonly [sentTo: RegExp, form: string])[] = [
  [/^(\/c\/\d+)\/replies$/, '$1/reply'],
  [/^(\/people\/\d+)\/(?:mute|claim)$/, '$1'],
  [/^(\/notices)\/reading$/, '$1'],
  [/^(\/[\w-]+\/account)\/(?:password(?:\/advice)?|mail)$/, '$1/security'],
  [/^(\/[\w-]+\/account)\/(?:session-ending|provider-removal|passkeys(?:\/\w+)?)$/, '$1/security'],
  [/^(\/[\w-]+\/account)\/(?:recovery-codes|second-factor\/\w+)$/, '$1/second-factor'],
  [/^(\/desk\/people\/\d+)\/(?:roles|second-factor-removal|claim\/refusal)$/, '$1'],
  [/^(\/desk\/classifier)\/trial$/, '$1'],
  [/^(\/desk\/phrases)\/(?:trial|\d+\/removal)$/, '$1'],
  [/^(\/desk\/publication)\/changes\/\d+\/undoing$/, '$1'],
  [/^(\/desk\/pictures\/\d+)\/removal$/, '$1'],
  [/^(\/desk\/editions\/\d+\/revisions\/\d+)\/\w+$/, '$1'],
  [/^(\/desk\/editions\/\d+\/translation\/paragraphs\/\w+)\/\w+$/, '$1'],
  [/^(\/desk\/editions\/\d+\/translation)\/\w[\w-]*$/, '$1'],
  [/^(\/desk)\/articles\/\d+\/translations$/, '$1/translation'],
  [/^(\/questions)\/\d+\/answer$/, '$1'],
  [/^(\/desk\/editions\/\d+)\/\w[\w-]*$/, '$1'],
  [/^(\/desk\/articles)\/\d+\/editions$/, '$1'],
  [/^(\/desk\/invitations)\/\d+\/withdrawal$/, '$1'],
  [/^(\/desk\/(?:outlets|parties)\/\d+)\/merge$/, '$1'],
  [/^\/desk\/merges\/\d+\/undoing$/, '/desk/outlets'],
  [/^(\/desk\/documents)\/reading$/, '$1/new'],
  [/^(\/desk\/documents\/\d+)\/\w+$/, '$1'],
  [/^(\/desk\/notices)\/\d+$/, '$1'],
  [/^(\/[\w-]+\/account\/statements\/\d+)\/appeal$/, '$1'],
  [/^(\/[\w-]+\/account)\/\w+$/, '$1'],
  [/^(\/[\w-]+\/sign-in)\/(?:letter|code|passkey(?:\/options)?)$/, '$1'],
]

/** Where the form stands that is sent to an address at which no page stands; undefined for those that stand on many. */
export function formBefore(path: string): string | undefined {
  const [sentTo, form] = FORMS.find(([pattern]) => pattern.test(path)) ?? []
  return sentTo && path.replace(sentTo, form!)
}

/** From where a list goes on: below a number, or after one. */
type FromThere = { before: number } | { after: number } | 0 | undefined

function goingOn(from: FromThere): string {
  return from ? `?${Object.entries(from).map(([name, value]) => `${name}=${value}`)}` : ''
}

/** What is not asked for is left out of the address. */
function deskPlace(path: string, language: string | undefined, asked: Readonly<Record<string, string | number>>) {
  if (!language) return path
  const query = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]))
  return `${path}?language=${language}${query.size > 0 ? `&${query}` : ''}`
}
