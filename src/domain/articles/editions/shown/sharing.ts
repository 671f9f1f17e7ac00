import { stableJson } from '../../../../kit/json.ts'
import type { Language } from '../../../../kit/language.ts'
import { Trouble } from '../../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../../store/index.ts'
import { folded } from '../../../../text/fold.ts'
import { keepable, refuseLonger } from '../../../../text/words.ts'
import { record } from '../../../audit/index.ts'
import { type PictureFiles, type PictureTables, pictureById, pictureFiles } from '../../../media/index.ts'
import { editionSharedAsAct } from '../../acts.ts'
import { editionChanged } from '../../events.ts'
import type { ArticleTables } from '../../tables.ts'
import type { Edition, EditionId } from '../edition.ts'
import { type Acting, addressOf } from '../publishing/publish.ts'
import { mustBeThere } from '../writing.ts'
import type { Sharing } from './shared-as.ts'

export const SHARED_AS_WRITTEN: Sharing = {
  searchTitle: '',
  searchWords: '',
  shareTitle: '',
  shareWords: '',
  pictureId: null,
}

/** The same as pages say it. */
export interface ShownSharing extends Sharing {
  picture: (PictureFiles & { alt: string }) | null
}

const LONGEST = { searchTitle: 200, searchWords: 500, shareTitle: 200, shareWords: 500 } as const

/** What was typed as it is kept, in one line each; throws Trouble where it is too long. */
export function sharingFrom(typed: Omit<Sharing, 'pictureId'>): Omit<Sharing, 'pictureId'> {
  const line = (part: keyof typeof LONGEST) => {
    const words = folded(keepable(typed[part]))
    refuseLonger(words, LONGEST[part], 'edition.too-long')
    return words
  }
  return {
    searchTitle: line('searchTitle'),
    searchWords: line('searchWords'),
    shareTitle: line('shareTitle'),
    shareWords: line('shareWords'),
  }
}

/** Says how an edition is found and shared; that holds at once. */
export async function saveSharing(tx: Writing, { id, by, at, pictureId, ...typed }: Sharing & Acting): Promise<void> {
  const edition = await mustBeThere(tx, id)
  if (pictureId !== null && !(await pictureById(tx, pictureId))) throw new Trouble('missing', 'picture.gone')
  const row = { ...sharingFrom(typed), pictureId }
  const { picture: _, ...before } = (await sharingOf(tx, edition)) ?? { ...SHARED_AS_WRITTEN, picture: null }
  if (stableJson(before) === stableJson(row)) return
  const insert = tx
    .change<ArticleTables>()
    .insertInto('sharing')
    .values({ editionId: id, ...row })
  await insert.onConflict((c) => c.column('editionId').doUpdateSet(row)).execute()
  tx.note(editionChanged, { about: id, articleId: edition.articleId, at })
  await record(tx, editionSharedAsAct, { byId: by.id, before: told(edition, before), after: told(edition, row), at })
}

function told(edition: Edition, { searchTitle, searchWords, shareTitle, shareWords, pictureId }: Sharing) {
  return {
    edition: addressOf(edition),
    names: [searchTitle, searchWords, shareTitle, shareWords].filter((words) => words !== ''),
    picture: pictureId,
  }
}

/** How an edition is found and shared; undefined where it is as it is written. */
export async function sharingOf(
  db: Reading,
  { id, language }: { id: EditionId; language: Language },
): Promise<ShownSharing | undefined> {
  const row = await db
    .look<ArticleTables & PictureTables>()
    .selectFrom('sharing')
    .leftJoin('picture', 'picture.id', 'sharing.pictureId')
    .leftJoin('pictureWords', (join) =>
      join.onRef('pictureWords.pictureId', '=', 'picture.id').on('pictureWords.language', '=', language),
    )
    .selectAll('sharing')
    .select(['picture.hash', 'picture.width', 'picture.height', 'pictureWords.alt'])
    .where('sharing.editionId', '=', id)
    .executeTakeFirst()
  if (!row) return
  const { editionId: _, hash, width, height, alt, ...said } = row
  if (hash === null || width === null || height === null) return { ...said, picture: null }
  return { ...said, picture: { ...pictureFiles({ hash, width, height }), alt: alt ?? '' } }
}
