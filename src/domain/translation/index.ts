export type { ReadTranslation } from './comments/comment-translation.ts'
export { inOtherLanguages } from './comments/comment-translations.ts'
export { type CommentTranslator, createCommentTranslator, type Readership } from './comments/comment-translator.ts'
export { type FindPassage, passagesInto } from './comments/edition-passages.ts'
export { passageIn } from './comments/read-translation.ts'
export * from './early.ts'
export { acts as translationActs } from './editions/acts.ts'
/** @NOTE loaded late by its own part; what stands here is compiled before anybody asks for it. */
export { createComparison, type FindNames } from './editions/comparison/comparison.ts'
export { type Examine, type Found, findIn, unsettledIn } from './editions/comparison/found.ts'
export { type Compare, factOf, type Miss } from './editions/comparison/miss.ts'
export type { Override } from './editions/comparison/override.ts'
export { gateRates, overrideMiss, overridesOf } from './editions/comparison/overrides.ts'
export { openMisses, passing } from './editions/comparison/passing.ts'
export { type ListedTranslation, type Translatable, translatable, translationsListed } from './editions/listed.ts'
export { type Proposal, proposalsFor, sameBefore } from './editions/memory.ts'
export { hashOf as originalHash } from './editions/paragraphs/pairing.ts'
export {
  type Engine,
  PARTS,
  type PairedParagraph,
  type Part,
  type Translation,
} from './editions/paragraphs/paragraph.ts'
export { translationOf } from './editions/paragraphs/paragraphs.ts'
export type { Question } from './editions/questions/question.ts'
export { answerQuestion, askQuestion, questionsOf } from './editions/questions/questions.ts'
export { questionsFor } from './editions/questions/questions-waiting.ts'
export { type Share, shareOf } from './editions/share.ts'
export { type Translated, translated } from './editions/translated.ts'
export {
  beginTranslation,
  type Draft,
  draftInto,
  keepAsRevision,
  keepOriginal,
  mayTranslate,
  reviewParagraphs,
  saveParagraph,
  sayOriginal,
} from './editions/translating.ts'
export type { EditionWish } from './editions/wishes/edition-wish.ts'
export { wishesFor } from './editions/wishes/wishes.ts'
export {
  type DraftOrder,
  draftNext,
  draftOrderOf,
  ENGINES,
  type EngineAccess,
  type EngineInUse,
  type EngineKind,
  type EngineLimits,
  EngineTrouble,
  MILLIONTHS,
  monthOf,
  orderDraft,
  translateTexts,
  type Used,
  usedFor,
  usedIn,
} from './engines/index.ts'
export { exportedTranslation } from './exported.ts'
export {
  compare,
  createGate,
  type Finding,
  isMiss,
  type KnownName,
  type KnownNames,
  type MarkedQuotation,
  type NameMention,
  type Outcome,
  type Pair,
  type Reason,
  type Side,
  type Speaker,
} from './gate/index.ts'
export { acts as glossaryActs } from './glossary/acts.ts'
export { type FindCarried, formChangesIn, type Occurrences, occurrencesOf } from './glossary/carrying.ts'
export type { Change } from './glossary/change.ts'
export { changesOf, glossaryVersion } from './glossary/changes.ts'
export { countEntries, entriesFound, entryById, glossaryFor } from './glossary/entries.ts'
export {
  ENTRY_KINDS,
  type EntryId,
  type EntryKind,
  type FormDraft,
  type GlossaryEntry,
  type GlossaryForm,
  inflectedIn,
  LONGEST_NOTE,
} from './glossary/entry.ts'
export { csvOf } from './glossary/files/csv.ts'
export { glossaryFileFrom, type RefusedLine } from './glossary/files/read.ts'
export { tbxOf } from './glossary/files/tbx.ts'
export { addEntry, describeEntry, removeEntry, saveForm } from './glossary/glossary.ts'
export { importEntries, refusedEntries } from './glossary/importing.ts'
export { type Mention, mentionsIn, namesIn } from './glossary/mentions.ts'
export { proposalsBeside, proposalsOf } from './glossary/proposals.ts'
export { dismissAll, settleAll } from './glossary/settling.ts'
export type { TranslationTables } from './tables.ts'
export { readXliff } from './xliff/read-xliff.ts'
export { type TakenIn, takeInXliff } from './xliff/take-in.ts'
export { writeXliff } from './xliff/write-xliff.ts'
