import { createTable, type Migrations } from '../../../store/index.ts'

export const migrations: Migrations = {
  '20261130T1345-statements': (columns) => ({
    says: 'Adds a table of what people are told of decisions that concern them.',
    async up(db) {
      await createTable(db, columns, 'statement')
        .addColumn('id', columns.id)
        .addColumn('decisionId', columns.int, (c) => c.notNull().references('decision.id'))
        .addColumn('personId', columns.int, (c) => c.references('person.id').onUpdate('cascade'))
        .addColumn('to', columns.text, (c) => c.notNull())
        .addColumn('commentId', columns.int)
        .addColumn('articleId', columns.int)
        .addColumn('comments', columns.int, (c) => c.notNull())
        .addColumn('ground', columns.text, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .execute()
      for (const by of ['decisionId', 'personId', 'commentId'])
        await db.schema.createIndex(`statement_${by}`).on('statement').columns([by, 'id']).execute()
      await db.schema.createIndex('statement_at').on('statement').columns(['at', 'id']).execute()
    },
  }),
}
