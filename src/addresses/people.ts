import { inLanguage } from './asked.ts'

/** Where somebody is shown, or asked for. */
export const peoplePaths = {
  claim: (id: number) => `/people/${id}/claim`,
  person: (id: number, language?: string) => `/people/${id}${inLanguage(language)}`,
  personFeed: (id: number, language: string) => `/people/${id}/feed.atom?language=${language}`,
  translationQuestions: (language: string) => `/questions?language=${language}`,
  translationAnswer: (id: number) => `/questions/${id}/answer`,
  invitation: (language?: string, token?: string) =>
    language ? `/invitation?language=${language}&token=${token}` : '/invitation',
}
