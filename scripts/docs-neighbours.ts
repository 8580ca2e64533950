import { FAMILIES, familyOf } from '../src/spec/families.ts'
import { neighbourLayouts } from '../src/spec/neighbours/index.ts'
import { places } from '../src/spec/places/index.ts'
import type { Entry, Place } from '../src/spec/places/place.ts'
import { cell, recordSection } from './docs.ts'

const hex = (code: number): string => `0x${code.toString(16)}`

function codeOf({ code, upTo, where }: Entry): string {
  if (code === undefined) return ''
  const range = upTo === undefined ? hex(code) : `${hex(code)} to ${hex(upTo)}`
  return where === undefined ? range : `${range}, and ${where.at.map(([word, hi, lo]) => `word ${word} [${hi === lo ? hi : `${hi}:${lo}`}]`).join(', ')} = ${where.value}`
}

function placeSection({ id, title, clause, size, label, tells, zero, entries }: Place): string {
  const told = tells.map(([word, hi, lo]) => `${label}${word}[${hi}:${lo}]`).join(' ')
  const rows = entries.map((entry) => `| ${codeOf(entry)} | ${cell(entry.name)} | ${entry.id === undefined ? '' : `\`${entry.id}\``} | ${cell(entry.note ?? '')} |`)
  return `### \`${id}\`

${title}, ${clause}. Entries of ${size} bytes, told by ${told || 'nothing: there is one kind'}. All zeros: ${zero}.

| code | entry | record | |
|---|---|---|---|
${rows.join('\n')}
`
}

/** docs/neighbours.md: the places with all that can stand in them, and the neighbours bit by bit. */
export function neighboursDoc(): string {
  const families = [...new Set(neighbourLayouts.map(({ id }) => familyOf(id)))]
  const sections = families.map((family) => `## ${FAMILIES[family] ?? family}\n\n${neighbourLayouts.filter((layout) => familyOf(layout.id) === family).map(recordSection).join('\n')}`)
  return `<!-- Generated from src/spec by \`npm run generate\`; do not edit. -->

# Neighbours

These records stand beside those of [formats.md](formats.md): in the same queues, in the logs that quote them, in dumps. The
entry \`pci-ats-pri/neighbours\` names each entry of the places below, and reads those that have a record: \`message\`, \`findings\`
and \`notes\`. An entry that a place does not name is unknown here, which does not make it wrong. Neither does a reserved bit.

\`\`\`ts
import { readEntry } from 'pci-ats-pri/neighbours'

const bytes = Buffer.from('2500000001000000 0010000000000000 0000000000000000 0000000000000000'.replaceAll(' ', ''), 'hex')
const entry = readEntry('vtd.invalidation-queue', bytes)
const name = entry.name         // 'Invalidation Wait'
const message = entry.message   // { …statusData: 1, … }
\`\`\`

Bits are numbered as in the source that each record cites. Confidence is \`sure\` unless the table says otherwise.

## Places

${places.map(placeSection).join('\n')}
${sections.join('\n')}`
}
