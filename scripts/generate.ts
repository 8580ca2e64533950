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
for (const [path, text] of files) {
  mkdirSync(dirname(root + path), { recursive: true })
  writeFileSync(root + path, text)
}
console.log(`${files.size} files generated`)
