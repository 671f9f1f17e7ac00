export { type DemoFilled, type DemoFilling, fillDemo } from './fill-demo.ts'
