import { sentencesIn, spoken } from '../../kit/sentences.ts'
import type { Writing } from '../../store/index.ts'
import { rulesIn, saveRule } from './rules.ts'

const FIRST = ['person', 'hatred', 'advertising', 'private'] as const

/** Gives a publication without rules the four that it can begin with, so that a removal always has one to name. */
export async function beginWithRules(tx: Writing): Promise<void> {
  if ((await rulesIn(tx, 'en')).length > 0) return
  for (const [at, name] of FIRST.entries())
    await saveRule(
      tx,
      at + 1,
      spoken.map((language) => ruleIn(language, name)),
    )
}

function ruleIn(language: string, name: (typeof FIRST)[number]) {
  const say = sentencesIn(language)
  return { language, title: say(`first-rule.${name}`), words: say(`first-rule.${name}-words`) }
}
