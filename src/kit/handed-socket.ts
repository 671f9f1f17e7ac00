import { EXIT, Refusal } from './refusal.ts'

/** Handed-over sockets begin here. Source: sd_listen_fds(3). */
const FIRST = 3

/** The socket that the one who started this process has opened for it, by its number; undefined where there is none. */
export function handedSocket(environment: Readonly<Record<string, string | undefined>>, pid: number) {
  const { LISTEN_FDS: count, LISTEN_PID: meant } = environment
  if (count === undefined || Number(meant) !== pid) return
  if (count === '1') return { fd: FIRST }
  throw new Refusal(
    `${count} sockets were handed over (LISTEN_FDS), and Parley listens on one. Name one ListenStream in the socket unit.`,
    EXIT.input,
  )
}
