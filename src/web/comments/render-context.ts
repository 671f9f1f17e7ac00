import type { ReactionKind } from '../../domain/discussion/index.ts'
import { sha256 } from '../../kit/hash.ts'
import type { Say } from '../../kit/sentences.ts'
import type { LocaleZone } from '../html/date-time.ts'
import type { Frame } from '../html/frame.ts'
import type { ShownRule } from './shown-rule.ts'

/** What an entry needs to know of the page it stands on. */
export interface RenderContext extends LocaleZone {
  rules: readonly ShownRule[]
  /** The part that persons had in the article, by their ids. */
  roles: ReadonlyMap<number, string>
  /** The reactions of the publication, in the order in which they are shown. */
  reactions: readonly ReactionKind[]
  say: Say
  /** Whose words the one who asks has muted; a page that is the same for everyone knows nobody's. */
  muted?: ReadonlySet<number>
  /** Whether readers can have comments translated by the publication's engine. */
  translates?: boolean | undefined
  /** Whether a comment can be answered and quoted where it stands. */
  acts: boolean
  /** Whether it stands in a branch that is locked, where nobody answers any more. */
  isClosed?: boolean
}

/** For pages on which comments are answered and quoted where they stand. */
export function actingContext(
  { language, publication: { zone, reactions, translates } }: Pick<Frame, 'language' | 'publication'>,
  article: Pick<RenderContext, 'rules' | 'roles' | 'near'>,
  say: Say,
): RenderContext {
  return { ...article, language, zone, reactions, translates, say, acts: true }
}

/** For pages on which comments are shown only to be read, as above a form. */
export function readOnlyContext(
  { language, publication }: Frame,
  rules: readonly ShownRule[],
  say: Say,
  muted: ReadonlySet<number> = new Set(),
): RenderContext {
  const { zone, reactions } = publication
  return { language, zone, reactions, rules, roles: new Map(), say, muted, acts: false }
}

const closed = new WeakMap<RenderContext, RenderContext>()

/** The same below a comment whose branch is locked. */
export function closedIn<Context extends RenderContext>(context: Context): Context {
  const known = (closed.get(context) as Context | undefined) ?? { ...context, isClosed: true }
  closed.set(context, known)
  return known
}

const keys = new WeakMap<RenderContext, string>()

/** Tells apart whatever goes into every entry of a page, in a few characters. */
export function contextKey(context: RenderContext): string {
  const known = keys.get(context)
  if (known) return known
  const { language, zone, near, rules, roles, reactions, translates, acts, isClosed } = context
  const key = sha256(JSON.stringify([language, zone, near, rules, [...roles], reactions, translates, acts, isClosed]))
  keys.set(context, key)
  return key
}
