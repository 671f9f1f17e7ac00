import { accountPaths } from './account.ts'
import { articlePaths } from './articles.ts'
import { attentionPaths } from './attention.ts'
import { deskModerationPaths } from './desk/moderation.ts'
import { deskPublicationPaths } from './desk/publication.ts'
import { deskSourcesPaths } from './desk/sources.ts'
import { deskTranslationPaths } from './desk/translation.ts'
import { deskWritingPaths } from './desk/writing.ts'
import { discussionPaths } from './discussion.ts'
import { moderationPaths } from './moderation.ts'
import { peoplePaths } from './people.ts'
import { runningPaths } from './running.ts'
import { signInPaths } from './sign-in.ts'

/** Where everything stands: pages link by these, app.ts routes the same addresses. */
export const paths = {
  ...runningPaths,
  ...articlePaths,
  ...discussionPaths,
  ...moderationPaths,
  ...attentionPaths,
  ...peoplePaths,
  ...signInPaths,
  ...accountPaths,
  ...deskModerationPaths,
  ...deskWritingPaths,
  ...deskSourcesPaths,
  ...deskTranslationPaths,
  ...deskPublicationPaths,
}
