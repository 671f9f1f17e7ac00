import type { Profile } from './profile.ts'

const NAME = String.raw`(?<name>\p{Lu}[^.,:;!?]{1,60})$`

export const indentedEn: Profile = {
  name: 'indented-en',
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  time: /(?<day>\d{1,4})\s+(?<month>\p{L}+)\s+(?<year>\d{1,4}),?\s+(?<hour>\d{1,4})\s*:\s*(?<minute>\d{1,4})$/u,
  signIn: /^(?:dear reader, )?to leave comments\b.*\byou must (?:sign|log) in\.?$/iu,
  removed: ['The comment was deleted.', 'The comment has been deleted.', 'The comment was removed.'],
  quoteMarker: /^Quote:\s*(?<name>.+)$/u,
  nameless: /^(?:\.{2,}|…)$/u,
  bylines: [
    {
      role: 'reviewer-and-commentator',
      pattern: new RegExp(`^(?:Observed|Reviewed) and commented(?: on)?(?: by)? ${NAME}`, 'u'),
    },
    { role: 'reviewer', pattern: new RegExp(`^(?:Observed|Reviewed) by ${NAME}`, 'u') },
    { role: 'commentator', pattern: new RegExp(`^Commented(?: on)? by ${NAME}`, 'u') },
    { role: 'translator', pattern: new RegExp(`^Translated by ${NAME}`, 'u') },
    { role: 'editor', pattern: new RegExp(`^Edited by ${NAME}`, 'u') },
    { role: 'author', pattern: new RegExp(`^(?:Author:|Written by) ${NAME}`, 'u') },
  ],
  furniture: [/^- especially for\b/u, /^Subscribe to our Telegram channel\b/u],
}
