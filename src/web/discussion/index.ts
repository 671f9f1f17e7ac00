export { type Branch, countHtml, type DiscussionContext, discussionHtml, type ThreadPage } from './discussion.ts'
