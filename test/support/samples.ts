import { NO_REACTIONS, REACTION_KINDS } from '../../src/domain/discussion/index.ts'
import { sentencesIn } from '../../src/kit/sentences.ts'
import type { EditionPage } from '../../src/web/articles/index.ts'
import type { RenderContext, ShownComment } from '../../src/web/comments/index.ts'
import type { Branch, ThreadPage } from '../../src/web/discussion/index.ts'

const PLACE = { zone: 'Europe/Berlin', reactions: REACTION_KINDS }

/** For tests: a comment with whatever they want to be different. */
export function aComment(differing: Partial<ShownComment> = {}): ShownComment {
  return {
    id: 12,
    parentId: 0,
    depth: 1,
    ordinal: 1,
    label: '1',
    language: 'en',
    author: { id: 1, name: 'Tern' },
    postedAt: Date.UTC(2026, 9, 14, 7, 57),
    editedAt: null,
    html: '<p>Nobody gave the hour.</p>\n',
    replies: 0,
    reactions: NO_REACTIONS,
    tombstone: null,
    quotations: [],
    quotedBy: { count: 0, first: [] },
    ...differing,
  }
}

export function aBranch(comment: ShownComment, ...replies: Branch[]): Branch {
  return { comment: { ...comment, replies: replies.length }, replies, more: null }
}

export function aWindow(...branches: Branch[]): ThreadPage {
  const shown = { order: 'oldest', ancestors: [], before: null, more: null }
  return { articleId: 7, branches, ...shown, visible: 2, total: 2, newest: 12, version: 5 }
}

export function contextIn(language: string): RenderContext {
  const rules = [{ id: 30, number: 3, title: 'Personal attack' }]
  return { language, ...PLACE, rules, roles: new Map(), say: sentencesIn(language), acts: true }
}

export function anEditionPage(): EditionPage {
  const editions = [
    { language: 'en', slug: 'the-hour', title: 'The hour' },
    { language: 'ru', slug: 'chas', title: 'Час' },
  ]
  return {
    publication: {
      name: 'The Tide Review',
      motto: 'What was said, and when',
      zone: 'Europe/Berlin',
      feedBase: 'https://tide.example',
      defaultLanguage: 'en',
      languages: editions.map(({ language }) => ({ language, name: 'The Tide Review' })),
      reactions: REACTION_KINDS,
      follow: { telegram: 'tide_review', mail: null },
    },
    sections: [{ slug: 'coast', name: 'Coast' }],
    origin: 'https://tide.example',
    article: { id: 7, publishedAt: Date.UTC(2026, 9, 14, 6) },
    edition: {
      id: 9,
      ...editions[0]!,
      standfirst: 'Four papers, one reading.',
      html: '<p>The reading.</p>',
      publishedAt: Date.UTC(2026, 9, 14, 6),
      changedAt: null,
    },
    section: { slug: 'coast', name: 'Coast' },
    picture: null,
    bylines: [{ name: 'Ines Okafor', role: 'reviewer', personId: 3 }],
    editions,
    sources: [
      {
        outlet: 'Nordblatt',
        title: 'Die Stunde',
        url: 'https://n.example/1',
        language: 'de',
        publishedOn: '2026-10-09',
      },
    ],
  }
}
