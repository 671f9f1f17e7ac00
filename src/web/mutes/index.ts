export { sendingTo } from './mute-form.ts'
export { mutedFor } from './muted-for.ts'
