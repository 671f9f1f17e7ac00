export { fillDemo } from './fill-demo.ts'
export { leaveDemo } from './leave-demo.ts'
