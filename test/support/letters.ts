import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Parley } from '../../src/parley.ts'
import type { Site } from './site.ts'

/** The path of the link in the letter that stands in the mail folder since this was asked last; there must be just one. */
export function letterBox({ parley }: Site): () => string {
  const mailFolder = mailFolderOf(parley)
  const read = new Set<string>()
  return () => {
    const fresh = filesIn(mailFolder).filter((file) => !read.has(file))
    for (const file of fresh) read.add(file)
    if (fresh.length !== 1) throw new Error(`${fresh.length} letters have come`)
    const link = /https?:[^\s"<]+/.exec(readFileSync(path.join(mailFolder, fresh[0]!), 'utf8'))![0]
    const { pathname, search } = new URL(link)
    return pathname + search
  }
}

/** Every letter that stands in the mail folder, the oldest first. */
export function keptLetters({ parley }: Site): { to: string; text: string }[] {
  const folder = mailFolderOf(parley)
  return filesIn(folder)
    .toSorted()
    .map((file) => {
      const text = readFileSync(path.join(folder, file), 'utf8')
      return { to: /^To: (.*)$/m.exec(text)![1]!, text }
    })
}

/** Where letters are while there is no mail server: beside the pictures. */
export function mailFolderOf({ mediaFolder }: Pick<Parley, 'mediaFolder'>): string {
  return path.join(path.dirname(mediaFolder), 'mail')
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** A letter that was kept: to whom, about what, and the path of the link in it. */
export interface KeptLetter {
  to: string
  subject: string
  text: string
  link: string
}

/** The letters that came since this was asked last, oldest first. */
export function lettersSince({ parley }: Site): () => KeptLetter[] {
  const mailFolder = mailFolderOf(parley)
  const read = new Set<string>()
  return () => {
    const fresh = filesIn(mailFolder).filter((file) => !read.has(file))
    for (const file of fresh) read.add(file)
    return fresh.toSorted().map((file) => letterIn(readFileSync(path.join(mailFolder, file), 'utf8')))
  }
}

function letterIn(text: string): KeptLetter {
  const link = URL.parse(/https?:[^\s"<]+/.exec(text)?.[0] ?? '')
  const head = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1] ?? ''
  return { to: head('To'), subject: head('Subject'), text, link: link ? link.pathname + link.search : '' }
}
