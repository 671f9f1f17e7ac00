export { type FigureRow, type FigureTable, tablesOf } from './figure-tables.ts'
export { figuresOf, firstYear, yearOf } from './figures.ts'
