import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { GENERATED, generated } from './generated.ts'

// Writes every file that is derived from the tables, and removes those whose table is gone.
const root = fileURLToPath(new URL('..', import.meta.url))
const files = generated()
mkdirSync(root + GENERATED, { recursive: true })
for (const file of readdirSync(root + GENERATED, { recursive: true, encoding: 'utf8' })) {
  if (file.endsWith('.ts') && !files.has(`${GENERATED}/${file}`)) rmSync(`${root}${GENERATED}/${file}`)
}
write(files)
// The command has the records in it: its page is made of what was written just now.
const { MAN, manPage } = await import('./man.ts')
write([[MAN, manPage()]])
console.log(`${files.size + 1} files generated`)

function write(texts: Iterable<readonly [path: string, text: string]>): void {
  for (const [path, text] of texts) {
    mkdirSync(dirname(root + path), { recursive: true })
    writeFileSync(root + path, text)
  }
}
