import { globSync, statSync } from 'node:fs'
import path from 'node:path'
import { nearest } from '../../src/kit/nearest.ts'
import { root } from './command.ts'

/** Which tests a run is for, and on which databases. */
export interface Selection {
  /** Files and globs; none where everything is meant. */
  globs: string[]
  databases: Databases
  /** Whether what fails is tried once more. */
  again: boolean
}

export type Databases = (typeof DATABASES)[number]

const DATABASES = ['sqlite', 'postgres', 'both'] as const
const AGAIN = '--again'
const ROOMS = '{src,client,test}'

/**
 * What `npm test` was asked for, in the words behind it: nouns, files, folders and globs, `--sqlite`, `--postgres` or `--both`. Nouns
 * alone are tested on SQLite where nothing else is said; with `--again` what fails is tried once more. Throws a sentence where a word means no test.
 */
export function selectionOf(words: readonly string[], said = process.env.TEST_DATABASES): Selection {
  const flags = words.filter((word) => word.startsWith('-') && word !== AGAIN)
  const places = words.filter((word) => !word.startsWith('-'))
  const globs = places.map(globOf)
  const asked = flags.map(databasesOf).at(-1) ?? (said ? databasesOf(said) : undefined)
  const nounsAlone = places.length > 0 && !places.some(isPath)
  return { globs, databases: asked ?? (nounsAlone ? 'sqlite' : 'both'), again: words.includes(AGAIN) }
}

function databasesOf(word: string): Databases {
  const name = word.replace(/^--/, '')
  const found = DATABASES.find((one) => one === name)
  if (!found) throw new Error(`"${word}" is none of ${DATABASES.map((one) => `--${one}`).join(', ')}.`)
  return found
}

function globOf(word: string): string {
  if (isPath(word)) {
    const glob = statSync(path.join(root, word), { throwIfNoEntry: false })?.isDirectory()
      ? path.join(word, '**/*.test.ts')
      : word
    if (globSync(glob, { cwd: root }).length === 0) throw new Error(`There is no file "${glob}".`)
    return glob
  }
  const nouns = testedNouns()
  if (nouns.includes(word)) return `${ROOMS}/**/${word}/**/*.test.ts`
  const meant = nearest(word, nouns)
  const near = meant ? ` Is "${meant}" meant?` : ''
  throw new Error(`No folder of tests is named "${word}".${near} There are ${nouns.join(', ')}.`)
}

const isPath = (word: string) => /[/*.\\]/.test(word)

/** Every folder that holds tests, at any depth below `src`, `client` and `test`. */
export function testedNouns(): string[] {
  const files = globSync(`${ROOMS}/**/*.test.ts`, { cwd: root })
  const nouns = new Set(files.flatMap((file) => file.split(/[/\\]/).slice(1, -1)))
  return [...nouns].sort()
}
