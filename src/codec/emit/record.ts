import type { Layout } from '../../spec/vocabulary.ts'
import { planOf } from '../plan.ts'
import { emitBits } from './bits.ts'
import { emitKernel } from './columns.ts'
import { emitRead } from './read.ts'
import { emitTypes, memberName, recordDoc, typeName } from './types.ts'
import { emitVerbs } from './verbs.ts'
import { emitView } from './view.ts'
import { emitWrite, zeroFour } from './write.ts'

/** Where a table stands: the name of its constant, in the file of its family. */
export interface TableName {
  readonly file: string
  readonly constant: string
}

/** The generated file of a record. */
export function emitRecord(layout: Layout, table: TableName): string {
  const plan = planOf(layout)
  const type = typeName(layout.id)
  const little = layout.order === 'little'
  const bigints = plan.fields.some(({ field }) => field.as === 'page' || field.as === 'bigint')
  const optional = plan.fields.some(({ field }) => field.optional)
  const flags = plan.fields.some(({ field }) => field.as === 'flag')
  const zeros = Array.from({ length: plan.lanes }, (_, n) => n).some((n) => n % 4 === 0 && zeroFour(plan, n))
  const order = little ? 'Little' : 'Big'
  const memory = [
    ...(bigints ? ['HIGH', 'LOW'] : []),
    ...(flags ? ['bit', 'flag'] : []),
    ...(bigints ? ['fromHalves', 'high', 'intoHalves', 'low'] : []),
    'lookForWriting',
    'memoryOf',
    'readBytes',
    'readView',
    'scratch',
    ...(plan.lanes >= 4 ? [`set${order}4`] : []),
    ...(zeros ? ['setZero4'] : []),
    ...(plan.lanes % 4 !== 0 ? [`store${order}`] : []),
    ...(plan.lanes >= 4 ? [`store${order}4`] : []),
    'writeBytes',
    'writeView',
  ]
  return `// Generated from src/spec/${table.file}.ts by \`npm run generate\`; do not edit.
import { ${table.constant} as layout } from '../../spec/${table.file}.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { ${memory.join(', ')} } from '../memory.ts'
${optional ? "import { onlyKnown } from '../message.ts'\n" : ''}import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

${emitTypes(layout, plan)}
${emitBits(layout)}
${emitRead(layout, plan, type)}
${emitWrite(layout, plan, `${type}Init`)}
${emitView(layout, plan)}
${emitKernel(layout, plan)}
${emitVerbs(layout, type)}`
}

/** The file of a family, which exports its records by the names of its tables. */
export function emitFamily(family: string, layouts: readonly Layout[]): string {
  return `// Generated from src/spec/${family}.ts by \`npm run generate\`; do not edit.
${layouts
  .map((layout) => {
    const type = typeName(layout.id)
    const file = `../codec/records/${layout.id}.ts`
    const name = memberName(layout.id)
    // An editor shows the text before a constant, but not the text before `export * as`.
    return `import * as ${name}Record from '${file}'\n${recordDoc(layout)}\nexport const ${name} = ${name}Record\nexport type { ${type}, ${type}Columns, ${type}Init } from '${file}'\n`
  })
  .join('')}`
}
