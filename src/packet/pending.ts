import * as pcie from '../generated/pcie.ts'
import * as pcieFlit from '../generated/pcie-flit.ts'
import type { Frame } from './frame.ts'
import type { Transaction } from './types.ts'

const families = { 'non-flit': pcie, flit: pcieFlit }

/** Requests that no completion answers. */
const POSTED = /^(MWr|UIOMWr)/

/** Most Translation Requests that a walk remembers: where there are more, the oldest is forgotten. */
export const MOST_PENDING = 0x10000

const TAG_SPAN = 0x4000

/** Translation Requests that a walk has passed, so that it knows the completions that answer them. */
export class PendingTranslations {
  private readonly keys = new Set<number>()

  /**
   * Takes note of a request. Another one with the same Requester ID and tag says that the earlier is done.
   * @returns the oldest request, where it had to be forgotten
   */
  pass(wire: Uint8Array, start: number, { mode, kind, name, header }: Frame, isTranslation: boolean): Transaction | undefined {
    if ((kind !== 'memory' && kind !== 'io' && kind !== 'configuration' && kind !== 'atomic') || POSTED.test(name)) return undefined
    // Requester ID and tag stand alike in every request.
    const key = keyOf(families[mode].translationRequest32.view(wire, start + header))
    this.keys.delete(key)
    if (!isTranslation) return undefined
    this.keys.add(key)
    if (this.keys.size <= MOST_PENDING) return undefined
    const [oldest] = this.keys as unknown as [number]
    this.keys.delete(oldest)
    return { requesterId: Math.floor(oldest / TAG_SPAN), tag: oldest % TAG_SPAN }
  }

  /** Whether a completion answers one of them. */
  answers(wire: Uint8Array, start: number, { mode, kind, header }: Frame): boolean {
    return kind === 'completion' && this.keys.size > 0 && this.keys.has(keyOf(families[mode].translationCompletion.view(wire, start + header)))
  }
}

function keyOf({ requesterId, tag, t8, t9 }: { requesterId: number; tag: number; t8?: boolean; t9?: boolean }): number {
  return requesterId * TAG_SPAN + tag + (t8 ? 0x100 : 0) + (t9 ? 0x200 : 0)
}
