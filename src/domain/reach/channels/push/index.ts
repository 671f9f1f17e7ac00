export { push } from './push-channel.ts'
