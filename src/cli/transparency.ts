import { publicationOf } from '../domain/articles/index.ts'
import { figuresOf, tablesOf, yearOf } from '../domain/moderation/index.ts'
import { Refusal } from '../kit/refusal.ts'
import { sentencesIn } from '../kit/sentences.ts'
import type { CommandContext } from './command-context.ts'
import type { Given } from './given.ts'

/** Says what was brought up and decided in a year, as the page of transparency does. */
export async function tellTransparency(context: CommandContext, given: Given): Promise<void> {
  const { store, clock } = await context.openParley()
  const typed = given.perhaps('year')
  if (typed !== undefined && !/^\d{4}$/.test(typed)) throw new Refusal(`"${typed}" is no year. Give one such as 2026.`)
  const tables = await store.read(async (db) => {
    const { zone, defaultLanguage: language } = await publicationOf(db)
    const year = typed === undefined ? yearOf(clock(), zone) : Number(typed)
    return tablesOf(await figuresOf(db, year, language), sentencesIn(language), language)
  })
  for (const { title, rows } of tables) {
    context.say(title)
    for (const { label, text } of rows) context.say(`  ${label}: ${text}`)
  }
}
