/** All tables by name: one a verb, and the files of `tables/`. */
import { readdirSync } from 'node:fs'
import { callTable } from './calls.mjs'
import { commandTable } from './commands.mjs'
import { verbs } from './contenders.mjs'
import { matrix } from './report.mjs'
import { verbTable } from './verb.mjs'

async function tableOf(file) {
  const module = await import(`./tables/${file}.mjs`)
  const kind = module.commands ? commandTable(file, module) : module.contenders ? callTable(file, module) : { show: matrix }
  // What a table does in its own way comes before what its kind does.
  return { ...kind, ...module }
}

const files = readdirSync(new URL('tables', import.meta.url)).filter((file) => file.endsWith('.mjs')).map((file) => file.slice(0, -4)).sort()

export const tables = new Map([
  ...Object.keys(verbs).map((verb) => [verb, verbTable(verb)]),
  ...(await Promise.all(files.map(async (file) => [file, await tableOf(file)]))),
])
