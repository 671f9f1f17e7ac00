// Passes on what is said to a PostgreSQL and back, each way so many milliseconds late. Run by bench/postgres-posting.ts.
import { connect, createServer, type Socket } from 'node:net'

const [port, farPort, lateMs] = process.argv.slice(2).map(Number) as [number, number, number]

createServer((near) => {
  const far = connect(farPort, '127.0.0.1')
  passOn(near, far)
  passOn(far, near)
}).listen(port, '127.0.0.1')

function passOn(from: Socket, to: Socket) {
  from.setNoDelay().on('data', (words) => setTimeout(() => to.destroyed || to.write(words), lateMs))
  from.on('error', () => {}).on('close', () => setTimeout(() => to.destroy(), lateMs))
}
