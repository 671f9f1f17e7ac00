import type { Kysely } from 'kysely'
import { prepared, type Reading, type Writing } from '../../store/index.ts'
import { publicationOf } from '../articles/index.ts'
import type { Rule, RuleId } from './rule.ts'
import type { ModerationTables } from './tables.ts'

const MOST_RULES = 100

/** The publication's rules by number, in a language, or else in the publication's own, or in the first that each has. */
export async function rulesIn(db: Reading, language: string): Promise<Rule[]> {
  const rows = await worded(db, {})
  const inEach = [...Map.groupBy(rows, ({ id }) => id).values()]
  const isWhole = inEach.every((words) => words.some((row) => row.language === language))
  const own = isWhole ? language : (await publicationOf(db)).defaultLanguage
  return inEach.map((words) => {
    const saidIn = (wanted: string) => words.find((row) => row.language === wanted)
    return saidIn(language) ?? saidIn(own) ?? words[0]!
  })
}

export async function isRule(db: Reading, id: RuleId): Promise<boolean> {
  const rule = db.look<ModerationTables>().selectFrom('rule').select('id').where('id', '=', id)
  return (await rule.executeTakeFirst()) !== undefined
}

const worded = prepared((db: Pick<Kysely<ModerationTables>, 'selectFrom'>) =>
  db
    .selectFrom('rule')
    .innerJoin('ruleWords', 'ruleWords.ruleId', 'rule.id')
    .select(['rule.id', 'rule.number', 'ruleWords.language', 'ruleWords.title', 'ruleWords.words'])
    .orderBy('rule.number')
    .orderBy('ruleWords.language')
    .limit(MOST_RULES * 10),
)

export interface RuleWords {
  language: string
  title: string
  words: string
}

/** Adds a rule or changes its words; its number is what people know it by. False when nothing changed. */
export async function saveRule(tx: Writing, number: number, inLanguages: readonly RuleWords[]): Promise<boolean> {
  const id = (await ruleNumbered(tx, number)) ?? (await addRule(tx, number))
  const before = await wordsOf(tx, id)
  if (JSON.stringify(before) === JSON.stringify(sorted(inLanguages))) return false
  await tx.change<ModerationTables>().deleteFrom('ruleWords').where('ruleId', '=', id).execute()
  const rows = sorted(inLanguages).map((words) => ({ ruleId: id, ...words }))
  if (rows.length > 0) await tx.change<ModerationTables>().insertInto('ruleWords').values(rows).execute()
  return true
}

async function ruleNumbered(db: Reading, number: number): Promise<RuleId | undefined> {
  const rules = db.look<ModerationTables>().selectFrom('rule').select('id')
  return (await rules.where('number', '=', number).executeTakeFirst())?.id
}

async function addRule(tx: Writing, number: number): Promise<RuleId> {
  const insert = tx.change<ModerationTables>().insertInto('rule').values({ number }).returning('id')
  return (await insert.executeTakeFirstOrThrow()).id
}

function wordsOf(db: Reading, ruleId: RuleId): Promise<RuleWords[]> {
  const words = db.look<ModerationTables>().selectFrom('ruleWords').select(['language', 'title', 'words'])
  return words.where('ruleId', '=', ruleId).orderBy('language').execute()
}

function sorted(words: readonly RuleWords[]): RuleWords[] {
  const plain = words.map(({ language, title, words }) => ({ language, title, words }))
  return plain.sort((a, b) => (a.language < b.language ? -1 : 1))
}
