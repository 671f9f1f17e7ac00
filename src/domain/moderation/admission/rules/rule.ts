import type { Reading } from '../../../../store/index.ts'
import type { ArticleId, SectionId } from '../../../articles/index.ts'
import type { CommentId, Draft, Parent } from '../../../discussion/index.ts'
import type { Member } from '../../../people/index.ts'
import type { ClassifierInUse } from '../../classifier/index.ts'
import type { OutsideJudges } from '../../outside/index.ts'
import type { Matcher } from '../../phrases/index.ts'
import type { Restraint } from '../restraints/restraint.ts'
import type { AdmissionSettings } from '../settings/setting.ts'

/** Words that somebody wants to have stand under an article. */
export interface Submission {
  by: Member
  articleId: ArticleId
  /** The comment above; undefined for a root. */
  parent: Parent | undefined
  /** The comment whose words they are to replace; undefined for a new one. */
  editOf?: CommentId | undefined
  draft: Draft
  /** The seal of the network from which they come. */
  network: string
  /** Whether a field was filled in with them that people do not see. */
  isTrapped?: boolean | undefined
  /** Whether a browser has done some work for them. */
  isProven?: boolean | undefined
  /** The address that they come from, for those who are asked about it. */
  client?: string | undefined
  at: number
}

/** What is known where they are to stand, and may be asked. */
export interface Surroundings {
  db: Reading
  settings: AdmissionSettings
  article: { sectionId: SectionId | null; publishedAt: number | null }
  /** What is asked of all who write there, at this moment. */
  restraints: readonly Restraint[]
  /** How many reports came in a branch within a day. */
  heat(parent: Parent): Promise<number>
  /** Finds the phrases of the list in a text. */
  phrases(): Promise<Matcher>
  /** What was learnt from moderators' decisions, where enough was. */
  classifier(): Promise<ClassifierInUse | undefined>
  /** Those outside whom the operator asks. */
  outside: OutsideJudges
}

/** Why a rule wants words to be looked at first: for moderators, in a word or two of its own, or nothing. */
export interface Doubt {
  detail: string
}

/** One rule by which words are let in, held, or refused. */
export interface AdmissionRule {
  /** By this a hold says why: `hold.<name>` in words/ tells the writer, `hold-reason.<name>` moderators. */
  name: string
  /** Throws a Trouble whose sentence says to the writer what the rule wants, gives a doubt for which the words are held, or nothing. */
  judge(submission: Submission, around: Surroundings): Doubt | undefined | Promise<Doubt | undefined>
}
