import { articlePaths } from './articles.ts'
import { inLanguage } from './asked.ts'

/** Where the rules stand, and what follows from them. */
export const moderationPaths = {
  rules: (language: string) => `/${language}/rules`,
  illegalContent: (language: string, commentId?: number) =>
    `/${language}/rules/illegal-content${commentId ? `?comment=${commentId}` : ''}`,
  /** With `before`, the page of earlier entries. */
  publicLog: (language: string, before?: number) => `/${language}/rules/log${before ? `?before=${before}` : ''}`,
  publicLogFeed: (language: string) => articlePaths.feedOf(moderationPaths.publicLog(language)),
  transparency: (language: string, year?: number) => `/${language}/rules/transparency${year ? `/${year}` : ''}`,
  publicLogEntries: (language: string) => `/${language}/rules/log/entries.json`,
  notice: (language: string, token: string) => `/${language}/rules/illegal-content/${token}`,
  caseOf: (id: number) => `/c/${id}/case`,
  report: (id: number, language?: string) => `/c/${id}/report${inLanguage(language)}`,
  statements: (language: string) => `/${language}/account/statements`,
  statement: (language: string, id: number) => `/${language}/account/statements/${id}`,
  appeal: (statementId: number, language: string) => `/${language}/account/statements/${statementId}/appeal`,
}
