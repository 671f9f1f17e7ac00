import type { Reading } from '../../../store/index.ts'
import { publicationOf } from '../../articles/index.ts'
import { type Ground, RESTRICTIONS, type Statement } from './statement.ts'
import { statementsAfter } from './statements.ts'
import { type Told, toldBy } from './told.ts'

/** A statement of reasons as the EU transparency database takes it. */
export type SubmittedStatement = Readonly<Record<string, string | readonly string[]>>

const AT_ONCE = 100
const LONGEST_GROUND = 500
const LONGEST_EXPLANATION = 2_000

/** The restrictions of a time as the EU transparency database takes them, the oldest first. Nothing in it is about people: neither names nor words nor what moderators wrote. */
export async function* submitted(db: Reading, time: { from: number; to: number }): AsyncGenerator<SubmittedStatement> {
  const { defaultLanguage } = await publicationOf(db)
  for (let after: Statement['id'] | 0 = 0; ; ) {
    const statements: Statement[] = await statementsAfter(db, after, time, AT_ONCE)
    for (const statement of statements) {
      const told = await toldBy(db, statement, defaultLanguage)
      if (told && told.decision.kind in RESTRICTIONS) yield submittedAs(told, defaultLanguage)
    }
    if (statements.length < AT_ONCE) return
    after = statements.at(-1)!.id
  }
}

function submittedAs(told: Told, language: string): SubmittedStatement {
  const { statement, decision, comment } = told
  const { visibility, otherwise, account } = RESTRICTIONS[decision.kind]!
  const day = (at: number) => new Date(at).toISOString().slice(0, 10)
  return {
    ...(visibility && { decision_visibility: [visibility] }),
    ...(otherwise && { decision_visibility_other: otherwise }),
    ...(account && { decision_account: account, account_type: 'ACCOUNT_TYPE_PRIVATE' }),
    ...(account && decision.until !== null && { end_date_account_restriction: day(decision.until) }),
    ...groundFields(told.ground, language),
    category: told.ground.law
      ? 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH'
      : 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
    content_type: ['CONTENT_TYPE_TEXT'],
    content_language: language.slice(0, 2).toUpperCase(),
    content_date: day(comment?.postedAt ?? decision.at),
    application_date: day(decision.at),
    decision_facts: factsOf(told),
    source_type: sourceOf(told),
    automated_detection: decision.foundBy === 'machine' ? 'Yes' : 'No',
    automated_decision: decision.automated ? 'AUTOMATED_DECISION_FULLY' : 'AUTOMATED_DECISION_NOT_AUTOMATED',
    puid: `parley-${statement.id}`,
  }
}

function groundFields({ rule, law }: Ground, language: string): SubmittedStatement {
  if (law)
    return {
      decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
      illegal_content_legal_ground: law.slice(0, LONGEST_GROUND),
      illegal_content_explanation: 'The moderators of the publication found that the content is against this law.',
    }
  const words = rule?.words.find((one) => one.language === language) ?? rule?.words[0]
  const title = words ? `Rule ${rule!.number}: ${words.title}` : 'The rules of the discussion'
  return {
    decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
    incompatible_content_ground: title.slice(0, LONGEST_GROUND),
    incompatible_content_explanation: (words?.words || title).slice(0, LONGEST_EXPLANATION),
  }
}

function factsOf({ decision, statement }: Told): string {
  const about =
    statement.comments === 0
      ? 'An account'
      : statement.comments === 1
        ? 'A comment'
        : `${statement.comments} comments of one author`
  const found = {
    report: 'after a report',
    staff: 'by the publication itself',
    machine: 'by automated means',
  } as Record<string, string>
  return `${about}, found ${found[decision.foundBy] ?? 'by the publication itself'}: the decision was "${decision.kind}", made ${decision.automated ? 'by automated means' : 'by a person'}.`
}

function sourceOf({ wasNotified, decision }: Told): string {
  if (wasNotified) return 'SOURCE_ARTICLE_16'
  return decision.foundBy === 'report' ? 'SOURCE_TYPE_OTHER_NOTIFICATION' : 'SOURCE_VOLUNTARY'
}
