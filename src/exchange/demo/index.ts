export { type DemoFilled, type DemoFilling, fillDemo } from './fill-demo.ts'
export { leaveDemo } from './leave-demo.ts'
