import { constants, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Where a publication is kept: a data folder, and its database where that is no file in it. */
export interface Place {
  folder: string
  database?: string
}

/** Makes places for publications, and removes them at the end. */
export interface Places {
  /** A place with nothing in it. */
  empty(): Promise<Place>
  /** Another place with the same in it. */
  copyOf(place: Place): Promise<Place>
  /** A folder for whatever else there is. */
  folder(): string
  close(): void
}

/** Publications in files. */
export function inFiles(): Places {
  const home = mkdtempSync(path.join(tmpdir(), 'parley-bench-'))
  const close = () => rmSync(home, { recursive: true, force: true })
  process.on('exit', close)
  let number = 0

  function folder() {
    const made = path.join(home, String(++number))
    mkdirSync(made)
    return made
  }

  return {
    empty: async () => ({ folder: folder() }),
    async copyOf(place) {
      const copy = folder()
      cpSync(place.folder, copy, { recursive: true, mode: constants.COPYFILE_FICLONE })
      return { folder: copy }
    },
    folder,
    close,
  }
}

/** What Parley is told to find its database by. */
export function databaseOf({ folder, database }: Place): string {
  return database ?? path.join(folder, 'parley.sqlite')
}
