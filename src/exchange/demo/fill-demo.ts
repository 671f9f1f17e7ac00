import path from 'node:path'
import { isEmpty, publicationOf, savePublication } from '../../domain/articles/index.ts'
import type { MediaStore } from '../../domain/media/index.ts'
import type { Store } from '../../store/index.ts'
import { type Prepared, prepare } from '../articles/index.ts'
import { fileBelow, textOf } from '../kit/folder-files.ts'
import { Mistakes } from '../kit/mistakes.ts'
import { readYaml } from '../kit/yaml-text.ts'
import { checkDiscussion } from './check-discussion.ts'
import { discussionFile } from './discussion-file.ts'
import { drawnBeforehand } from './drawn-beforehand.ts'
import { type Entry, entriesOf } from './entries.ts'
import { writeDiscussion } from './write-discussion.ts'

const FOLDER = path.join(import.meta.dirname, '../../../demo')

export interface DemoFilling {
  store: Store
  media: MediaStore
  /** The moment from which the publication says that it is the demo. */
  at: number
  folder?: string
}

export interface DemoFilled {
  articles: number
  comments: number
}

/** Fills an empty publication with the demo, whole or not at all; undefined where there is something already. */
export async function fillDemo({ store, media, at, folder = FOLDER }: DemoFilling): Promise<DemoFilled | undefined> {
  if (!(await isEmpty(store))) return
  const mistakes = new Mistakes()
  const articles = await prepare(store, { folder, media, mistakes, drawing: drawnBeforehand })
  try {
    const discussion = readDiscussion(folder, articles, mistakes)
    mistakes.refuse()
    const { value } = await store.write(async (tx) => {
      if (!(await isEmpty(tx))) return
      const { tally, known } = await articles.write(tx, at)
      await savePublication(tx, { ...(await publicationOf(tx)), demoSince: at }, at)
      const comments = await writeDiscussion(tx, discussion!, known, at)
      return { articles: tally.articles.new, comments }
    })
    return value
  } finally {
    await articles.settle()
  }
}

/** The discussion under one of the articles, judged; what is wrong is among the mistakes. */
function readDiscussion(folder: string, { articles, publication }: Prepared, mistakes: Mistakes) {
  const file = fileBelow(folder, 'discussion.yaml', mistakes)
  const text = file && textOf(file, mistakes)
  const read = text === undefined ? undefined : readYaml({ file: file!.shown, text }, discussionFile, mistakes)
  if (!read || !publication) return
  const article = articles.find(({ key }) => key === read.value.article)
  if (!article) return void mistakes.add(read.at('article'), `There is no article “${read.value.article}” beside it.`)
  const entries: Entry[] = entriesOf(read, publication.value.zone)
  checkDiscussion(
    entries,
    article,
    publication.value.rules.map(({ number }) => number),
    mistakes,
  )
  return { article: article.key, entries, held: read.value.held }
}
