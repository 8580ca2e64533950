import { beforeAll, describe, expect, it } from 'vitest'
import type ts from 'typescript'
import { memberName } from '../../src/codec/emit/types.ts'
import { diagram, records } from '../../src/index.ts'
import { hover, languageService } from './support/typescript.ts'

/** What an editor shows when the pointer rests on a record or on a field of its message. */

const familyOf = (id: string): string => id.split('.')[0]!.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** A program that names every record and every field once. */
const path = 'test/proofs/hovering.ts'
const program = [
  `import { ${[...new Set(records.map(({ id }) => familyOf(id)))].join(', ')} } from '../../src/index.ts'`,
  ...records.flatMap(({ id, layout }, i) => [
    `const m${i} = ${familyOf(id)}.${memberName(id)}.decode(new Uint8Array(${layout.size}))`,
    ...Object.keys(layout.fields).map((name) => `export const ${name}Of${i} = m${i}.${name}`),
  ]),
].join('\n')

let service: ts.LanguageService

beforeAll(() => {
  service = languageService([], new Map([[path, program]]))
})

describe.each(records.map((record, i) => ({ ...record, i })))('$id', ({ id, layout, i }) => {
  it('shows its title, its clause and its diagram', () => {
    const { documentation } = hover(service, path, program, `const m${i} = ${familyOf(id)}.`)
    expect(documentation).toContain(layout.title)
    expect(documentation).toContain(layout.clause)
    expect(documentation).toContain(diagram(id))
    expect(documentation).toContain(layout.source)
  })

  it('shows meaning, bits, unit and clause of each field', () => {
    for (const [name, field] of Object.entries(layout.fields)) {
      const { signature, documentation } = hover(service, path, program, `const ${name}Of${i} = m${i}.`)
      const type = field.as === 'flag' ? 'boolean' : field.as !== 'uint' ? 'bigint' : field.codes ? `${[...new Set(Object.values(field.codes))].join(' | ')} | (number & {})` : 'number'
      const [, shown] = signature.split(`(property) ${name}: `)
      // The compiler shows a union in an order of its own.
      expect(shown?.split(' | ').sort()).toEqual(type.split(' | ').sort())
      const bits = field.at.map(([word, hi, lo]) => {
        const label = layout.label === '+' ? `+${word * layout.word}` : `${layout.label}${word}`
        return hi === lo ? `${label}[${hi}]` : `${label}[${hi}:${lo}]`
      })
      const names = Object.entries({ ...field.codes, ...field.masks }).map(([code, value]) => `0x${value.toString(16)} ${code}`)
      for (const text of [field.doc, ...bits, field.unit ?? '', field.clause ?? layout.clause, ...names]) expect(documentation, name).toContain(text)
    }
  })
})
