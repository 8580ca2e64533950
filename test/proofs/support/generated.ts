import { records } from '../../../src/index.ts'
import type { AnyMessage, AnyRecord, DecodeOptions } from '../../../src/index.ts'

/** The generated path of a record before it declines to the reference codec. */
export interface Generated {
  /** Answers, or declines with `undefined`. */
  read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): AnyMessage | undefined
  /** Writes and says `true`, or declines with `false`. */
  write(message: object, target: Uint8Array, offset: number): boolean
}

const modules = await Promise.all(
  records.map(async ({ id }) => {
    const [family, name] = id.split(/\.(.*)/)
    return [id, (await import(`../../../src/generated/${family}/${name}.ts`)) as { readonly generated: Generated }] as const
  }),
)
const byId = new Map(modules.map(([id, module]) => [id, module.generated]))

export function generatedOf({ id }: AnyRecord): Generated {
  return byId.get(id)!
}
