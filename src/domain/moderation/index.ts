export {
  ADMISSION_SETTINGS,
  type Admission,
  type AdmissionSetting,
  admissionActs,
  admissionIn,
  exportedAdmission,
  impose,
  placeRestrained,
  RESTRAINT_KINDS,
  type Restraint,
  type RestraintKind,
  saidOfAdmission,
  sayAdmission,
  type Verdict,
} from './admission/index.ts'
export {
  type Appeal,
  type AppealId,
  appeal,
  appealById,
  appealFrom,
  commentsOfAppeal,
  DECIDED_WITHIN_MS,
  decideAppeal,
  LONGEST_ANSWER,
  LONGEST_APPEAL,
  mustMayDecide,
  openAppeals,
} from './appeals/index.ts'
export { acts as cannedActs } from './canned/acts.ts'
export type { CannedReason } from './canned/canned-reason.ts'
export { addCannedReason, cannedReasons, noteWith, takeCannedReason } from './canned/canned-reasons.ts'
export { bringUp } from './cases/bringing-up.ts'
export {
  type Case,
  type CaseId,
  type CaseNote,
  type CaseReason,
  CLAIM_MS,
  isClaimed,
} from './cases/case.ts'
export { type CaseFile, caseFile, type FiledComment, filedOf, type PersonFile, personFile } from './cases/case-file.ts'
export { openCaseOf, reasonsOf } from './cases/cases.ts'
export { claim, mustHandle, mustNotBeAnothers, release } from './cases/claims.ts'
export { gather } from './cases/gathering.ts'
export { type ModerationFront, moderationFront } from './cases/moderation-front.ts'
export { addNote, notesOn } from './cases/notes.ts'
export { countQueue, cursorAfter, QUEUE_ORDERS, type QueueAsked, type QueueFilter, queue } from './cases/queue.ts'
export {
  type Classifier,
  type ClassifierInUse,
  FEWEST_OF_EACH,
  type Figures,
  figuresFrom,
  latestClassifiers,
  lessons,
  movedBy,
} from './classifier/index.ts'
export { decide } from './decisions/decide.ts'
export { endRestraint } from './decisions/decide-discussion.ts'
export { decideAboutPerson } from './decisions/decide-person.ts'
export {
  COMMENT_DECISIONS,
  type CommentDecision,
  type DecidedComment,
  type Decision,
  type DecisionId,
  type DiscussionDecision,
  PERSON_DECISIONS,
  UNDO_MS,
} from './decisions/decision.ts'
export {
  decidedComments,
  decidedPlaces,
  decisionById,
  decisionsAbout,
  decisionsOn,
  lastMadeIn,
  wordsDecided,
} from './decisions/decisions.ts'
export { decideAboutMany, MANY_DECISIONS, MOST_AT_ONCE, type Selection, selected } from './decisions/many.ts'
export { undo } from './decisions/undo.ts'
export * from './early.ts'
export { exportedDecisions, exportedRules } from './exported.ts'
export { beginWithRules } from './first-rules.ts'
export { restoreRemoved } from './moderation.ts'
export type { OutsideOptions } from './outside/index.ts'
export {
  addPhrases,
  allPhrases,
  countPhrases,
  latestPhrases,
  linesOf,
  type Matcher,
  MOST_PHRASES,
  PHRASE_KINDS,
  type Phrase,
  type PhraseId,
  type PhraseKind,
  phraseActs,
  phrasesIn,
  removePhrase,
} from './phrases/index.ts'
export { mustReachAll, policy as moderationPolicy, readRemoved, seeHeld } from './policy.ts'
export {
  assent,
  decideAboutDiscussionOrPropose,
  decideAboutManyOrPropose,
  decideAboutPersonOrPropose,
  decideOrPropose,
  endWaiting,
  isAboutDiscussion,
  lastEnded,
  mustSee as mustSeeProposal,
  type Proposal,
  particulars,
  proposalsFor,
  proposedAbout,
  proposedIn,
  proposedOn,
} from './proposals/index.ts'
export {
  type HeadElsewhere,
  headText,
  type LogKey,
  latestLogged,
  proveLog,
  publicLogData,
  type ShownLogged,
  type SignedHead,
} from './public-log/index.ts'
export {
  answerNotice,
  answerReports,
  FULL_WEIGHT,
  type GivenNotice,
  giveNotice,
  LONGEST_EXPLANATION,
  LONGEST_REPORT,
  noticeBehind,
  openNotices,
  type Report,
  recordOf,
  report,
  reportBy,
  reportedInBranch,
  reportsOf,
  weightAfter,
} from './reports/index.ts'
export type { Rule, RuleId } from './rule.ts'
export { saveRule } from './rules.ts'
export { rulesPart, type WordedRule } from './rules-part.ts'
export { type Sanction, SUSPENSIONS_MS, type SuspensionLength } from './sanctions/sanction.ts'
export { sanctionOn } from './sanctions/sanctions.ts'
export {
  type Concerned,
  concernedBy,
  incomplete,
  type Line,
  mayObject,
  OBJECTED_WITHIN_MS,
  type Statement,
  type StatementId,
  type SubmittedStatement,
  statementOfDecision,
  statementsWithDecisions,
  submitted,
  type Told,
  whatWas,
} from './statements/index.ts'
export {
  type FigureRow,
  type FigureTable,
  figuresOf,
  firstYear,
  tablesOf,
  yearOf,
} from './transparency/index.ts'
