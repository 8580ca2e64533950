import { expect, it } from 'vitest'
import { read } from '../../src/ingest/index.ts'
import type { LinkedItem } from '../../src/ingest/index.ts'
import { numbers } from '../support/bytes.ts'
import { printers } from './printers.ts'

/** What is said of the text of each printer, as it was looked at. Synthetic. */

const values = (of: Readonly<Record<string, unknown>>): string => Object.entries(of).map(([name, value]) => ` ${name}=${typeof value === 'string' ? JSON.stringify(value) : String(value)}`).join('')

function told({ source, line, lastLine, record, name, reading, message, names, absent, summary, findings, said, ambiguous, as, bad, mode, header }: LinkedItem): string {
  return [
    `${source} ${line === lastLine ? line : `${line}-${lastLine}`}: ${summary}`,
    `  ${record ?? header ?? 'no record'}, ${name}${values({ ...(mode !== undefined && { mode }), ...(reading !== '' && { reading }), ...(as !== undefined && { as }), ...(ambiguous && { ambiguous }), ...(bad && { bad }) })}`,
    `  message${values(message)}`, `  names${values(names)}`, `  absent ${absent.join(' ')}`, `  said${values(said)}`,
    ...findings.map(({ severity, id, field, message: text }) => `  ${severity} ${id}${field === undefined ? '' : ` ${field}`}: ${text}`),
  ].filter((text) => !/^ {2}(?:message|names|absent ?|said)$/.test(text)).join('\n')
}

/** Look at what changed before taking it over with `npx vitest run test/ingest/said --update`. */
it('of a text of each printer the same is said as when it was looked at', async () => {
  const text = printers.map(({ name, print }, i) => {
    const seen = new Set([1, 2].map((seed) => print(numbers(100 * i + seed)).lines.join('\n')))
    return [`# ${name}`, ...[...seen].map((lines) => `${lines.replace(/^/gm, '| ')}\n${read(`${lines}\n`).items.map(told).join('\n')}`)].join('\n\n')
  }).join('\n\n\n')
  await expect(`${text}\n`).toMatchFileSnapshot('said.txt')
})
