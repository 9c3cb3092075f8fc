import { createServer } from 'node:http'

const { PORT = '8080', SHOP_VERSION: version = '0' } = process.env

const server = createServer((request, response) => {
  if (request.url === '/healthz') return response.end('ok')
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ app: 'shop', version }))
})
server.listen(Number(PORT))
process.on('SIGTERM', () => server.close())
