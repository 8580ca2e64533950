import type { Layout } from '../../spec/vocabulary.ts'
import type { Plan } from '../plan.ts'
import { valueOf } from './expressions.ts'
import { TS } from './types.ts'

/** A function that makes the class, with a getter per field; made when it is first asked for. */
export function emitView(layout: Layout, plan: Plan): string {
  const little = layout.order === 'little'
  const lane = (n: number): string => `this.memory.getInt32(this.offset${n === 0 ? '' : ` + ${4 * n}`}, ${little})`
  return `function viewClass(): ViewClass {
  return class extends RecordView {
${plan.fields.map((field) => `    get ${field.name}(): ${TS[field.field.as]} { return ${valueOf(field, lane, (bit) => `${bit} !== 0`)} }\n`).join('')}  }
}
`
}
