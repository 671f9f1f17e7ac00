export { personIn } from './person-in.ts'
