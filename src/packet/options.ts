import { checkNames } from '../codec/names.ts'
import { checkBytes } from '../codec/explain.ts'
import { PACKET } from './bytes.ts'
import { fail } from './fault.ts'
import type { TlpMode, TlpOptions } from './types.ts'

/** The options of a walk or of one packet, each read once, with every default filled in. */
export interface CheckedOptions {
  readonly mode: TlpMode
  readonly offset: number
  readonly swap: boolean
  readonly translation: boolean | undefined
  readonly reserved: { readonly reserved: 'ignore' } | undefined
  readonly headerOnly: boolean
}

const NAMES: ReadonlySet<string> = /* @__PURE__ */ new Set(['mode', 'offset', 'swap', 'translation', 'reserved', 'headerOnly'] satisfies (keyof TlpOptions)[])

const IGNORE = { reserved: 'ignore' } as const

/** @throws {CodecError} `type` or `range` for wrong arguments and for options that nobody knows */
export function checkOptions(bytes: Uint8Array, options: TlpOptions): CheckedOptions {
  const mode = checkMode(options?.mode)
  checkNames(PACKET.id, 'option', options, NAMES)
  const { offset = 0, swap = false, translation, reserved = 'reject', headerOnly = false } = options
  checkBytes(PACKET, bytes, offset)
  checkFlag('swap', swap)
  checkFlag('headerOnly', headerOnly)
  if (translation !== undefined) checkFlag('translation', translation)
  if (reserved !== 'reject' && reserved !== 'ignore') fail({ code: 'type', field: 'options.reserved', expected: '"reject" or "ignore"', actual: reserved })
  return { mode, offset, swap, translation, reserved: reserved === 'ignore' ? IGNORE : undefined, headerOnly }
}

/** @throws {CodecError} `type` */
export function checkMode(mode: unknown): TlpMode {
  if (mode === 'non-flit' || mode === 'flit') return mode
  return fail({ code: 'type', field: 'mode', expected: '"non-flit" or "flit"', actual: mode })
}

/** @throws {CodecError} `type` */
export function checkFlag(field: string, value: unknown): void {
  if (typeof value !== 'boolean') fail({ code: 'type', field, expected: 'a boolean', actual: value })
}
