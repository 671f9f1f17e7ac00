/** What peers can make the server hold at most; `docs/limits.md` names each. */
export interface Bounds {
  /** Sockets in all; of each of these, one peer has no more than are left to others. */
  sockets: number
  /** Requests that wait on one connection behind another; with one more the connection is cut. */
  behindOnALine: number
  /** Requests that are worked on at once, and those that wait for that. */
  atWork: number
  waiting: number
  /** Where more than so many wait, none waits for longer than this, so that whoever is answered is answered soon. */
  manyWaiting: number
  waitingMs: number
  /** Bodies that are on their way or worked on, with what keeping their pieces costs. */
  bodyBytes: number
  /** Answers made for one reader that are not taken yet. */
  unsentBytes: number
  /** What stands still on all connections, whoever it was made for. */
  stalledBytes: number
  /** An answer of which nothing is taken for so long, and longer by its length at this pace, is cut. */
  stalledMs: number
  slowestBytesPerSecond: number
  lookEveryMs: number
}

const MB = 1024 * 1024

export const BOUNDS: Bounds = {
  sockets: 12_000,
  behindOnALine: 16,
  atWork: 128,
  waiting: 512,
  manyWaiting: 128,
  waitingMs: 300,
  bodyBytes: 16 * MB,
  unsentBytes: 32 * MB,
  stalledBytes: 64 * MB,
  stalledMs: 20_000,
  slowestBytesPerSecond: 4 * 1024,
  lookEveryMs: 1_000,
}
