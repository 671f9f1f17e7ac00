export {
  ADMISSION_SETTINGS,
  type Admission,
  type AdmissionSetting,
  type AdmissionSettings,
  admissionActs,
  admissionEvents,
  admissionIn,
  admissionMigrations,
  binds,
  createAdmission,
  exportedAdmission,
  heldWhilePosting,
  impose,
  placeRestrained,
  RESTRAINT_KINDS,
  type Restraint,
  type RestraintId,
  type RestraintKind,
  restrain,
  restraintsInForce,
  type Submission,
  saidOfAdmission,
  sayAdmission,
  setAdmission,
  type Verdict,
} from './admission/index.ts'
export {
  type Appeal,
  type AppealId,
  appeal,
  appealById,
  appealData,
  appealEnded,
  appealEvents,
  appealFrom,
  appealMade,
  appealMigrations,
  commentsOfAppeal,
  DECIDED_WITHIN_MS,
  decideAppeal,
  decideAppeals,
  LONGEST_ANSWER,
  LONGEST_APPEAL,
  mustMayDecide,
  openAppeals,
  reopening,
} from './appeals/index.ts'
export { acts as cannedActs } from './canned/acts.ts'
export type { CannedReason, CannedReasonId } from './canned/canned-reason.ts'
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
export { caseById, openCaseOf, reasonsOf } from './cases/cases.ts'
export { claim, mustHandle, mustNotBeAnothers, release } from './cases/claims.ts'
export { caseOverdue, events as caseEvents } from './cases/events.ts'
export { gather, gathering } from './cases/gathering.ts'
export { type ModerationFront, moderationFront } from './cases/moderation-front.ts'
export { addNote, notesOn } from './cases/notes.ts'
export { nextOverdue, tellOverdue } from './cases/overdue.ts'
export {
  countQueue,
  cursorAfter,
  QUEUE_ORDERS,
  type QueueAsked,
  type QueueCursor,
  type QueueFilter,
  type QueueOrder,
  queue,
} from './cases/queue.ts'
export {
  type Classifier,
  type ClassifierInUse,
  classifierEvents,
  classifierMigrations,
  createKeptClassifier,
  FEWEST_OF_EACH,
  type Figures,
  figuresFrom,
  latestClassifiers,
  learn,
  lessons,
  movedBy,
  SCORED_AFTER,
  scoreCases,
  seeClassifier,
  setClassifier,
} from './classifier/index.ts'
export { dataKinds as moderationData } from './data-kinds.ts'
export { decide, type NewDecision } from './decisions/decide.ts'
export { type DiscussionDeciding, decideAboutDiscussion, endRestraint } from './decisions/decide-discussion.ts'
export { decideAboutPerson, type PersonDeciding } from './decisions/decide-person.ts'
export {
  COMMENT_DECISIONS,
  type CommentDecision,
  DECISION_KINDS,
  type DecidedAs,
  type DecidedComment,
  type Decision,
  type DecisionId,
  type DecisionKind,
  type DiscussionDecision,
  PERSON_DECISIONS,
  type PersonDecision,
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
export { decisionMade, decisionSettled, decisionUndone, events as moderationEvents } from './decisions/events.ts'
export { decidedHolder } from './decisions/holder.ts'
export {
  carryOn,
  decideAboutMany,
  isCarriedOut,
  MANY_DECISIONS,
  type ManyDeciding,
  MOST_AT_ONCE,
  type Selection,
  selected,
} from './decisions/many.ts'
export { nextSettling, settleDue } from './decisions/settling.ts'
export { undo } from './decisions/undo.ts'
export { exportedDecisions, exportedRules } from './exported.ts'
export { beginWithRules } from './first-rules.ts'
export { migrations as moderationMigrations } from './migrations.ts'
export { removeByRule, removeOwn, restoreRemoved } from './moderation.ts'
export { type OutsideOptions, outsideJudges } from './outside/index.ts'
export {
  addPhrases,
  allPhrases,
  countPhrases,
  createKeptMatcher,
  keepPhrases,
  latestPhrases,
  linesOf,
  type Matcher,
  MOST_PHRASES,
  PHRASE_KINDS,
  type Phrase,
  type PhraseId,
  type PhraseKind,
  phraseActs,
  phraseEvents,
  phraseMigrations,
  phrasesIn,
  removePhrase,
  seePhrases,
} from './phrases/index.ts'
export {
  handleCases,
  mustReachAll,
  placeOfCase,
  placeOfComment,
  policy as moderationPolicy,
  readRemoved,
  removeComments,
  restoreComments,
  sanctionPeople,
  seeHeld,
} from './policy.ts'
export {
  createLogReader,
  entriesAfter,
  type HeadElsewhere,
  headIn,
  headOf,
  headText,
  LOG_HEAD_FILE,
  type LogKey,
  latestLogged,
  logGrown,
  loggedAs,
  logKeyFrom,
  proveLog,
  publicLogData,
  publicLogEvents,
  publicLogMigrations,
  type ShownLogged,
  type SignedHead,
  signAnew,
  writeHead,
} from './public-log/index.ts'
export {
  answerNotice,
  answerNotices,
  answerReports,
  commentReported,
  FULL_WEIGHT,
  type GivenNotice,
  giveNotice,
  type LegalNotice,
  LONGEST_EXPLANATION,
  LONGEST_LAW,
  LONGEST_NOTIFIER,
  LONGEST_REPORT,
  legalNoticeAnswered,
  legalNoticeGiven,
  noticeBehind,
  noticeOf,
  openNotices,
  openReportsOf,
  type Report,
  type Reported,
  type ReportId,
  type ReportKind,
  type ReportState,
  type ReportTables,
  recordOf,
  report,
  reportBy,
  reportData,
  reportEvents,
  reportedInBranch,
  reportedInThread,
  reportMigrations,
  reportOthers,
  reportsOf,
  weightAfter,
} from './reports/index.ts'
export type { Rule, RuleId } from './rule.ts'
export { rulesIn, saveRule } from './rules.ts'
export { rulesPart, type WordedRule } from './rules-part.ts'
export { type Sanction, SUSPENSIONS_MS, type SuspensionLength } from './sanctions/sanction.ts'
export { mustTakePart, sanctionOn } from './sanctions/sanctions.ts'
export {
  incomplete,
  type Line,
  mayObject,
  OBJECTED_WITHIN_MS,
  RESTRICTIONS,
  type Statement,
  type StatementId,
  type SubmittedStatement,
  statementAbout,
  statementById,
  statementData,
  statementEvents,
  statementGiven,
  statementMigrations,
  statementOfDecision,
  statementsReader,
  statementsWithDecisions,
  submitted,
  type Told,
  toldBy,
  toldLines,
  whatWas,
} from './statements/index.ts'
export type { ModerationTables } from './tables.ts'
export {
  type FigureRow,
  type FigureTable,
  figuresOf,
  firstYear,
  tablesOf,
  yearOf,
} from './transparency/index.ts'
