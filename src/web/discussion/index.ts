export { type Branch, discussionHtml, type Seat, type Window } from './discussion.ts'
