import { paths } from '../../addresses/paths.ts'
import type { Head } from '../html/layout.ts'

/** The feed of what stands at an address as RSS and as JSON, beside that in Atom. */
export function otherFeeds(title: string, path: string): NonNullable<Head['otherFeeds']> {
  const at = path.replace(/\/$/, '')
  return [
    { type: 'application/rss+xml', title, path: paths.feedOf(at, 'rss') },
    { type: 'application/feed+json', title, path: paths.feedOf(at, 'json') },
  ]
}
