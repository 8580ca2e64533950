import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { inspectorPage } from '../web/page.ts'

// Builds the inspector, dist/inspector.html. With --serve it serves it, too.
const root = fileURLToPath(new URL('..', import.meta.url))
const page = await inspectorPage()
mkdirSync(`${root}dist`, { recursive: true })
writeFileSync(`${root}dist/inspector.html`, page)
console.log(`dist/inspector.html: ${Math.round(page.length / 1000)} kB`)

if (process.argv.includes('--serve')) {
  const server = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page))
  server.listen(8080, 'localhost', () => console.log('http://localhost:8080/'))
}
