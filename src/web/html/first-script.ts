import { createHash } from 'node:crypto'

/**
 * Puts the colours and the size that one reads in on the page before anything of it is shown, so that nothing is seen in others
 * first. It stands in the page: a file of its own would hold the first sight up for as long as it takes to fetch.
 */
export const FIRST_SCRIPT = `{
const [, colours = '', size = ''] = /(?:^|; )parley-look=(\\w+)\\.(\\w+)/.exec(document.cookie) ?? []
Object.assign(document.documentElement.dataset, { colours, size })
}`

/** By this the policy knows it; no other script may stand in a page. Source: CSP 3, section 2.3.1. */
export const FIRST_SCRIPT_SOURCE = `'sha256-${createHash('sha256').update(FIRST_SCRIPT).digest('base64')}'`
