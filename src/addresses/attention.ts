import { inLanguage } from './asked.ts'

/** Where readers keep what they follow, saved and have read. */
export const attentionPaths = {
  reading: (language: string) => `/${language}/account/reading`,
  notices: (language?: string) => `/notices${inLanguage(language)}`,
  unsubscribe: (token: string, language: string) => `/unsubscribe/${token}?language=${language}`,
  muted: (language: string) => `/muted?language=${language}`,
  mute: (id: number) => `/people/${id}/mute`,
  noticesRead: '/notices/reading',
  follows: (language: string) => `/follows?language=${language}`,
  devices: '/me/devices',
  followArticle: (id: number, language?: string) => `/a/${id}/follow${inLanguage(language)}`,
  followBranch: (id: number, language?: string) => `/c/${id}/follow${inLanguage(language)}`,
  saveArticle: (id: number, language?: string) => `/a/${id}/saved${inLanguage(language)}`,
  saveComment: (id: number, language?: string) => `/c/${id}/saved${inLanguage(language)}`,
  saved: (language: string) => `/${language}/account/saved`,
}
