export { mail } from './mail-channel.ts'
