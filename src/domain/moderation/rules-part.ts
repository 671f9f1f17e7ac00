import { isInkless } from '../../kit/characters.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Reading, Writing } from '../../store/index.ts'
import { type PublicationPart, publicationChanged } from '../articles/index.ts'
import { type RuleWords, saveRule } from './rules.ts'
import type { ModerationTables } from './tables.ts'

/** A rule with its words in every language. */
export interface WordedRule {
  number: number
  words: readonly RuleWords[]
}

const MOST_RULES = 50
const LONGEST_TITLE = 200
const LONGEST_WORDS = 5_000

/** The rules of discussion. One that goes keeps its number, by which decisions name it. */
export const rulesPart: PublicationPart<readonly WordedRule[]> = {
  name: 'rules',
  read: wordedRules,
  async write(tx, rules, at) {
    if (rules.length > MOST_RULES) throw new Trouble('invalid', 'rules.too-many', { limit: MOST_RULES })
    for (const { words } of rules) words.forEach(mustBeSaid)
    for (const { number } of await wordedRules(tx))
      if (!rules.some((rule) => rule.number === number)) await silence(tx, number)
    for (const { number, words } of rules) await saveRule(tx, number, words)
    tx.note(publicationChanged, { at })
  },
  told: (rules) => ({
    rules: rules.map(({ number, words }) => `${number}: ${words.map(({ title }) => title).join(', ')}`),
  }),
}

/** All rules that are said, by their number. */
export async function wordedRules(db: Reading): Promise<WordedRule[]> {
  const rows = await db
    .look<ModerationTables>()
    .selectFrom('rule')
    .innerJoin('ruleWords', 'ruleWords.ruleId', 'rule.id')
    .select(['rule.number', 'ruleWords.language', 'ruleWords.title', 'ruleWords.words'])
    .orderBy('rule.number')
    .orderBy('ruleWords.language')
    .execute()
  const byNumber = [...Map.groupBy(rows, ({ number }) => number)]
  return byNumber.map(([number, own]) => {
    return { number, words: own.map(({ language, title, words }) => ({ language, title, words })) }
  })
}

async function silence(tx: Writing, number: number) {
  const id = tx.look<ModerationTables>().selectFrom('rule').select('id').where('number', '=', number)
  await tx.change<ModerationTables>().deleteFrom('ruleWords').where('ruleId', 'in', id).execute()
}

function mustBeSaid({ title, words }: RuleWords) {
  if (isInkless(title)) throw new Trouble('invalid', 'rules.without-title')
  if (isInkless(words)) throw new Trouble('invalid', 'rules.without-words')
  if (title.length > LONGEST_TITLE || words.length > LONGEST_WORDS)
    throw new Trouble('invalid', 'rules.too-long', { title: LONGEST_TITLE, words: LONGEST_WORDS })
}
