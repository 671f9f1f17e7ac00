import { solved } from './solve.ts'

/** Does the work that a page was set, apart from the page. */
addEventListener('message', async ({ data }: MessageEvent<string>) => postMessage(await solved(data)))
