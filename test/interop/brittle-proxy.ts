import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/**
 * Passes connections on, and resets the first that carries more than `afterBytes` to the server, and the first that carries as
 * much back: as networks do, in the middle.
 */
export async function startBrittleProxy(to: string, afterBytes: number) {
  const [host = '', port = ''] = to.split(':')
  const broken = { sent: 0, received: 0 }
  const open = new Set<Socket>()
  const count = (socket: Socket, direction: keyof typeof broken, reset: () => void) => {
    let bytes = 0
    socket.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= afterBytes || broken[direction] > 0) return
      broken[direction] += 1
      reset()
    })
  }
  const server = createServer((near) => {
    const far = connect(Number(port), host)
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    const reset = () => {
      near.resetAndDestroy()
      far.resetAndDestroy()
    }
    count(near, 'sent', reset)
    count(far, 'received', reset)
    near.pipe(far)
    far.pipe(near)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    broken,
    stop: () => {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}
