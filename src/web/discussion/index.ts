export { type Branch, type DiscussionContext, discussionHtml, type ThreadPage } from './discussion.ts'
