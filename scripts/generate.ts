import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generated } from './generated.ts'

// Writes every file that is derived from the tables, and removes those whose table is gone.
const root = fileURLToPath(new URL('..', import.meta.url))
const files = generated()
for (const folder of ['src/codec/records', 'src/families']) {
  mkdirSync(root + folder, { recursive: true })
  for (const file of readdirSync(root + folder)) if (!files.has(`${folder}/${file}`)) rmSync(`${root}${folder}/${file}`)
}
for (const [path, text] of files) {
  mkdirSync(dirname(root + path), { recursive: true })
  writeFileSync(root + path, text)
}
console.log(`${files.size} files generated`)
