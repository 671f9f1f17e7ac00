export { PERSON, personIn } from './person-in.ts'
