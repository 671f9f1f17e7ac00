import type { Exit } from '../kit/refusal.ts'
import type { CommandContext } from './command-context.ts'
import type { Given } from './given.ts'

export type Run = (context: CommandContext, given: Given) => Promise<Exit> | Promise<void>

/** What may follow a command: `<file>` must, `[file]` may, `--flag`, `--option <value>`. */
export interface CommandPart {
  name: string
  help: string
  /** For an option that the command cannot do without. */
  required?: true
}

export interface Command {
  /** As it is typed: "serve", "import page". */
  name: string
  summary: string
  arguments?: readonly CommandPart[]
  options?: readonly CommandPart[]
  examples: readonly string[]
  /** Whether it works on what is there, so that there must be something; a mistyped address makes nothing. What is done by a file alone leaves PostgreSQL alone. */
  needsDatabase?: 'any' | 'file'
  /** Loads the command's own file, when it is asked for. */
  load(): Promise<Run>
}

/** A command that was asked for. */
export interface Order {
  command: Command
  given: Given
}

const REPLACE_DEMO: CommandPart = {
  name: '--replace-demo',
  help: 'clear the demo first; its export is kept in the data folder',
}
const DRY_RUN: CommandPart = { name: '--dry-run', help: 'read, check and report, and write nothing' }

/** Words under which several commands are gathered. */
export const GROUPS: Readonly<Record<string, string>> = {
  import: 'bring in articles, a captured page, or a whole publication',
  person: 'people and their roles',
}

/** The command line: everything that `npx parley` can do. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'serve',
    summary: 'publish: answer readers until Ctrl-C',
    examples: ['npx parley serve', 'PARLEY_PORT=8080 PARLEY_URL=https://review.example.org npx parley serve'],
    load: async () => (await import('./serve.ts')).serve,
  },
  {
    name: 'import page',
    summary: 'bring in a captured page: an article with its numbered comments',
    arguments: [{ name: '<file>', help: 'the text of the page, in UTF-8' }],
    options: [
      { name: '--language <tag>', help: 'the language of the page, such as en', required: true },
      {
        name: '--zone <name>',
        help: 'the zone in which the page shows its times, such as Europe/Moscow',
        required: true,
      },
      { name: '--url <address>', help: 'where the page stood; it is then known again by this address' },
      REPLACE_DEMO,
      DRY_RUN,
    ],
    examples: ['npx parley import page review.txt --language en --zone Europe/Moscow --dry-run'],
    load: async () => (await import('./import-page.ts')).importPageFile,
  },
  {
    name: 'import articles',
    summary: 'bring in articles from a folder of Markdown files',
    arguments: [{ name: '<folder>', help: 'one folder per article, as docs/articles.md says' }],
    options: [REPLACE_DEMO, DRY_RUN],
    examples: ['npx parley import articles reviews/', 'npx parley import articles reviews/ --dry-run'],
    load: async () => (await import('./import-articles.ts')).importArticlesFolder,
  },
  {
    name: 'import parley',
    summary: 'bring in a whole publication that "export" wrote, into an empty one',
    arguments: [{ name: '<file>', help: 'the export, gzipped or not' }],
    options: [{ name: '--replace-demo', help: 'clear the demo first, as long as nobody has added to it' }, DRY_RUN],
    examples: ['npx parley import parley publication.jsonl.gz --replace-demo'],
    load: async () => (await import('./import-parley.ts')).importParleyFile,
  },
  {
    name: 'export',
    needsDatabase: 'any',
    summary: 'write the whole publication to a file',
    arguments: [{ name: '<file>', help: 'where to write; compressed when its name ends in .gz' }],
    examples: ['npx parley export publication.jsonl.gz'],
    load: async () => (await import('./export.ts')).exportTo,
  },
  {
    name: 'export articles',
    needsDatabase: 'any',
    summary: 'write the folder of Markdown files that "import articles" reads',
    arguments: [{ name: '<folder>', help: 'where to write; files that were changed there are told and left alone' }],
    examples: ['npx parley export articles reviews/'],
    load: async () => (await import('./export-articles.ts')).exportArticlesFolder,
  },
  {
    name: 'person list',
    needsDatabase: 'any',
    summary: 'who there is, with roles',
    options: [{ name: '--placeholders', help: 'those who cannot sign in, too' }],
    examples: ['npx parley person list'],
    load: async () => (await import('./person-list.ts')).listPeople,
  },
  {
    name: 'person admin',
    needsDatabase: 'any',
    summary: 'make an administrator of the one who reads this mail',
    arguments: [{ name: '<mail>', help: 'the mail address' }],
    examples: ['npx parley person admin ada@example.org'],
    load: async () => (await import('./person-admin.ts')).makeAdmin,
  },
  {
    name: 'person role',
    needsDatabase: 'any',
    summary: 'give somebody a role, or take it',
    arguments: [
      { name: '<person>', help: 'the number in "person list"' },
      { name: '<role>', help: 'moderator, translator, editor or admin' },
    ],
    options: [
      { name: '--sections <slugs>', help: 'only in these sections, with commas between (moderator)' },
      { name: '--languages <tags>', help: 'only in these languages, with commas between (moderator, translator)' },
      { name: '--take', help: 'take it instead' },
    ],
    examples: ['npx parley person role 12 moderator --languages ru,de', 'npx parley person role 12 editor --take'],
    load: async () => (await import('./person-role.ts')).giveRole,
  },
  {
    name: 'person claim',
    needsDatabase: 'any',
    summary: 'give what a placeholder said to the one who reads this mail',
    arguments: [
      { name: '<placeholder>', help: 'the number in "person list --placeholders"' },
      { name: '<mail>', help: 'the mail address of an account' },
    ],
    examples: ['npx parley person claim 31 tern@example.org'],
    load: async () => (await import('./person-claim.ts')).claimPlaceholder,
  },
  {
    name: 'person link',
    needsDatabase: 'any',
    summary: 'print a link that signs the one who reads this mail in, once',
    arguments: [{ name: '<mail>', help: 'the mail address of an account' }],
    examples: ['npx parley person link ada@example.org'],
    load: async () => (await import('./person-link.ts')).printLink,
  },
  {
    name: 'person second-factor',
    needsDatabase: 'any',
    summary: 'take away the second step of the one who reads this mail',
    arguments: [{ name: '<mail>', help: 'the mail address of an account' }],
    examples: ['npx parley person second-factor ada@example.org'],
    load: async () => (await import('./person-second-factor.ts')).removeSecondFactor,
  },
  {
    name: 'backup',
    needsDatabase: 'file',
    summary: 'copy the running publication, pictures and all, into one file',
    arguments: [{ name: '<file>', help: 'where to write; a file that is there is replaced when the copy is complete' }],
    examples: ['npx parley backup /backups/parley-monday.sqlite'],
    load: async () => (await import('./backup.ts')).backUp,
  },
  {
    name: 'restore',
    summary: 'put a backup in the place of the publication, while no server runs',
    arguments: [{ name: '<file>', help: 'what "backup" wrote' }],
    options: [{ name: '--force', help: 'replace the publication that is there; it is kept aside' }],
    examples: ['PARLEY_DATA=/srv/parley npx parley restore /backups/parley-monday.sqlite'],
    load: async () => (await import('./restore.ts')).restoreFrom,
  },
  {
    name: 'move',
    summary: 'bring everything from a file of SQLite into the empty PostgreSQL database that PARLEY_DATABASE names',
    arguments: [{ name: '<file>', help: 'the database file, which no server may have open; it stays as it is' }],
    examples: ['PARLEY_DATABASE=postgres://parley:password@localhost/parley npx parley move data/parley.sqlite'],
    load: async () => (await import('./move.ts')).moveFrom,
  },
  {
    name: 'move media',
    summary: 'bring the pictures from the data folder into the bucket that the settings name, or back',
    options: [
      { name: '--to <place>', help: 'bucket or disk; what is there already and the same stays', required: true },
    ],
    examples: ['npx parley move media --to bucket', 'npx parley move media --to disk'],
    load: async () => (await import('./move-media.ts')).moveMedia,
  },
  {
    name: 'doctor',
    summary: 'check settings and database, and say what is wrong',
    options: [
      { name: '--recount', help: 'count every discussion again and compare' },
      { name: '--repair', help: 'count again and set right what differs' },
      { name: '--rehearse', help: 'make the changes of this version on a copy of the database, and throw it away' },
      { name: '--log', help: 'prove the moderation log, entry by entry, and how it ends' },
      { name: '--mail <address>', help: 'send a letter there, to see that it arrives' },
      {
        name: '--links',
        help: 'ask every source whether it still answers; addresses in private networks are not asked',
      },
    ],
    examples: ['npx parley doctor', 'npx parley doctor --recount', 'npx parley doctor --mail ada@example.org'],
    load: async () => (await import('./doctor.ts')).examine,
  },
  {
    name: 'statements',
    summary: 'write the statements of reasons as the EU transparency database takes them',
    arguments: [{ name: '<file>', help: 'where to write them, a JSON text a line' }],
    options: [{ name: '--year <year>', help: 'those of one year alone' }],
    examples: ['npx parley statements statements-2026.jsonl --year 2026'],
    needsDatabase: 'any',
    load: async () => (await import('./statements.ts')).exportStatements,
  },
  {
    name: 'transparency',
    summary: 'say what was reported and decided in a year',
    options: [{ name: '--year <year>', help: 'another year than this one' }],
    examples: ['npx parley transparency', 'npx parley transparency --year 2026'],
    needsDatabase: 'any',
    load: async () => (await import('./transparency.ts')).tellTransparency,
  },
  {
    name: 'generate',
    summary: 'fill the publication with generated discussions, to measure and to try things on',
    options: [
      { name: '--comments <number>', help: 'how many comments, in all', required: true },
      { name: '--shape <shape>', help: 'natural (the default), chain or star' },
      { name: '--seed <number>', help: 'the same seed gives the same discussions; 1 where none is given' },
      { name: '--articles <number>', help: 'how many articles share the comments; 1 where none is given' },
    ],
    examples: ['PARLEY_DATA=/tmp/large npx parley generate --comments 1000000 --shape natural'],
    load: async () => (await import('./generate.ts')).generate,
  },
]
