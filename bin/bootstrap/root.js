import { fileURLToPath } from 'node:url'

/** The checkout's folder, wherever it was called from and through whatever link. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
