import { inLanguage, placeAsked } from '../asked.ts'

/** Where editions are translated, and names have their forms. */
export const deskTranslationPaths = {
  deskTranslations: (language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    placeAsked('/desk/translation', language, asked),
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
  deskGlossary: (language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    placeAsked('/desk/glossary', language, asked),
  deskGlossaryFile: (format?: 'csv' | 'tbx', language?: string) =>
    placeAsked(format ? `/desk/glossary/${format}` : '/desk/glossary/file', language, {}),
  deskName: (id: number, language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    placeAsked(`/desk/glossary/${id}`, language, asked),
  deskNameForms: (id: number) => `/desk/glossary/${id}/forms`,
  deskNameRemoval: (id: number) => `/desk/glossary/${id}/removal`,
  deskEditionNames: (id: number, language?: string, asked: Readonly<Record<string, string | number>> = {}) =>
    placeAsked(`/desk/editions/${id}/names`, language, asked),
}
