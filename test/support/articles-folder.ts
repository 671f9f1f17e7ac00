import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A small folder of articles in which nothing is wrong: one article in two languages, English the original. */
export const GOOD = {
  'publication.yaml': `languages: [de, en]
defaultLanguage: en
zone: Europe/Moscow
names: { en: Second Reading, de: Zweite Lesung }
sections:
  - slug: towns
    names: { en: Towns, de: Städte }
outlets:
  - key: ufer
    url: https://ufer.example.net
    names: { en: Ufer }
people:
  - key: marit
    name: Marit Lindqvist
  - key: pyotr
    name: Пётр Ладынин
    forms: { en: Pyotr Ladynin, de: Pjotr Ladynin }
rules:
  - number: 1
    titles: { en: Argue with the words }
    words: { en: Say what is wrong with a sentence. }
`,
  'clock/article.yaml': `section: towns
published: 2014-10-15T09:41
bylines:
  - { person: marit, role: author }
  - { person: pyotr, role: translator, only: de }
sources:
  - outlet: ufer
    title: Die Uhr
    url: https://ufer.example.net/uhr
    language: de
    date: 2014-10-14
`,
  'clock/en.md': `---
title: The clock
slug: the-clock
standfirst: It is fast.
---
It has been *fast* since 1911.
`,
  'clock/de.md': `---
title: Die Uhr
slug: die-uhr
---
Sie geht seit 1911 *vor*.
`,
}

/** A folder with these files that is gone when disposed; null takes a file out. */
export function articlesFolder(
  changes: Record<string, string | Uint8Array | null> = {},
): Disposable & { folder: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-articles-'))
  for (const [name, content] of Object.entries({ ...GOOD, ...changes })) {
    if (content === null) continue
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), content)
  }
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A good file with one passage of it replaced. */
export function changed(name: keyof typeof GOOD, from: string, to: string): Record<string, string> {
  if (!GOOD[name].includes(from)) throw new Error(`${name} has no “${from}”`)
  return { [name]: GOOD[name].replace(from, to) }
}
