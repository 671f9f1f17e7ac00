// Bare one-row durable inserts of node:sqlite, one commit each, for so many seconds. Run by bench/posting.ts.
import { DatabaseSync } from 'node:sqlite'

const [file, seconds] = process.argv.slice(2)
const db = new DatabaseSync(file!)
db.exec('pragma journal_mode = wal; pragma synchronous = full')
db.exec('create table said (id integer primary key, articleId integer, words text, at integer) strict')
const insert = db.prepare('insert into said (articleId, words, at) values (?, ?, ?)')

const start = performance.now()
let count = 0
for (; performance.now() - start < Number(seconds) * 1_000; count++)
  insert.run(1, `What the report says of the ferry is not what was said (${count}).`, count)
process.stdout.write(String((count * 1_000) / (performance.now() - start)))
db.close()
