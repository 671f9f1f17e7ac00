import type { MediaStore } from '../domain/media/index.ts'
import type { Parley } from '../parley.ts'
import type { Settings } from '../settings.ts'
import type { Database, Migrations } from '../store/index.ts'
import type { Progress } from './progress.ts'

/** A server that answers until it is closed. */
export interface Server {
  /** Where it is read. */
  url: string
  /** Lets open requests finish and ends streams. */
  close(): Promise<void>
}

/** Where pictures can be kept. */
export type MediaPlace = 'disk' | 'bucket'

/** What a command works with; main.ts lays it out. */
export interface CommandContext {
  settings: Settings
  /** The address under which readers reach the publication. */
  origin: string
  /** A line of the answer, on standard output. */
  say(line: string): void
  /** Whether the operator says yes; no where nobody can be asked. */
  confirm(question: string): Promise<boolean>
  /** Shows how far long work has come, and ends it when the operator has asked for that; says what then is so. */
  progress(work: string, stopped?: string): Progress
  /** The database that the settings name, as it stands. It is closed when the command ends. */
  openDatabase(): Promise<Database>
  /** Where pictures are kept; by name, where the settings say another. Throws a Refusal where they name no bucket. */
  media(where?: MediaPlace): Promise<MediaStore>
  /** What makes a database one of this program. */
  migrations(): Promise<readonly Migrations[]>
  /** The domain on that database, brought up to this program. It is closed when the command ends. Whoever serves says how long readers wait at most for the database. */
  openParley(patienceMs?: number): Promise<Parley>
  /** Sees that the server will have its address, before anything is made, and begins with its own files. */
  mustHaveAddress(): Promise<void>
  startServer(parley: Parley): Promise<Server>
  /** Settles when the operator asks the process to end. */
  untilAsked(): Promise<void>
}
