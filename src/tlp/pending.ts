import * as pcie from '../generated/pcie.ts'
import * as pcieFlit from '../generated/pcie-flit.ts'
import type { Frame } from './frame.ts'

const families = { 'non-flit': pcie, flit: pcieFlit }

/** Requests that no completion answers. */
const POSTED = /^(MWr|UIOMWr)/

/** Translation Requests that a walk has passed, so that it knows the completions that answer them. */
export class PendingTranslations {
  private readonly keys = new Set<string>()

  /** Takes note of a request. Another one with the same Requester ID and tag says that the earlier is done. */
  pass(bytes: Uint8Array, frame: Frame, isTranslation: boolean): void {
    if (!['memory', 'io', 'configuration', 'atomic'].includes(frame.kind) || POSTED.test(frame.name)) return
    // Requester ID and tag stand alike in every request.
    const key = keyOf(families[frame.mode].translationRequest32.view(bytes, frame.header))
    if (isTranslation) this.keys.add(key)
    else this.keys.delete(key)
  }

  /** Whether a completion answers one of them. */
  answers(bytes: Uint8Array, frame: Frame): boolean {
    return frame.kind === 'completion' && this.keys.has(keyOf(families[frame.mode].translationCompletion.view(bytes, frame.header)))
  }
}

/** A transaction, by Requester ID and the whole tag. */
function keyOf({ requesterId, tag, t8, t9 }: { requesterId: number; tag: number; t8?: boolean; t9?: boolean }): string {
  return `${requesterId} ${tag + (t8 ? 0x100 : 0) + (t9 ? 0x200 : 0)}`
}
