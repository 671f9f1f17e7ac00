import { inLanguage, placeAsked } from '../asked.ts'

/** Where the publication is shaped, and its people have their roles. */
export const deskPublicationPaths = {
  desk: (language: string) => `/desk?language=${language}`,
  deskRights: (language: string) => `/desk/rights?language=${language}`,
  deskAudit: (language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    placeAsked('/desk/audit', language, asked),
  deskPeople: (language?: string, after?: number) =>
    `/desk/people${inLanguage(language)}${after ? `&after=${after}` : ''}`,
  deskPerson: (id: number, language: string) => `/desk/people/${id}?language=${language}`,
  deskInvitations: (language?: string) => `/desk/invitations${inLanguage(language)}`,
  invitationWithdrawal: (id: number) => `/desk/invitations/${id}/withdrawal`,
  /** What would go from a placeholder to somebody. */
  deskClaim: (id: number, language?: string, to?: number) =>
    `/desk/people/${id}/claim${inLanguage(language)}${to ? `&to=${to}` : ''}`,
  deskClaimRefusal: (id: number) => `/desk/people/${id}/claim/refusal`,
  deskSecondFactorRemoval: (id: number) => `/desk/people/${id}/second-factor-removal`,
  deskOfPublication: (language: string, done?: boolean) =>
    `/desk/publication?language=${language}${done ? '&done=1' : ''}`,
  deskShaping: (part: string, language?: string, wordsIn?: string) =>
    `/desk/publication/${part}${inLanguage(language)}${wordsIn ? `&in=${wordsIn}` : ''}`,
  deskStaticPage: (slug: string, language?: string, wordsIn?: string) =>
    `/desk/publication/pages/${encodeURIComponent(slug)}${inLanguage(language)}${wordsIn ? `&in=${wordsIn}` : ''}`,
  shapingUndoing: (id: number) => `/desk/publication/changes/${id}/undoing`,
  deskRoles: (id: number) => `/desk/people/${id}/roles`,
}
