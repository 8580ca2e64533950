import type { CodecError } from './errors.ts'

/** How `decode` and `tryDecode` treat reserved bits that are set. */
export interface DecodeOptions {
  /**
   * `reject` (the default): a reserved bit that is set is an error, so that every accepted record encodes to the same bytes.
   * `ignore`: reserved bits are ignored, as PCIe asks of receivers. Use it for dumps from elsewhere.
   */
  readonly reserved?: 'reject' | 'ignore'
}

/** What `tryDecode` returns instead of throwing. The error is made when you first read it, and has no stack. */
export type Result<M> = { readonly ok: true; readonly message: M } | { readonly ok: false; readonly error: CodecError }

/** Answers, or declines with `undefined`. */
export type Read<M> = (bytes: Uint8Array, offset: number, options: DecodeOptions | undefined) => M | undefined
/** Writes the whole record, or declines with `false` before the first byte. */
export type Write<I> = (message: I, target: Uint8Array, offset: number) => boolean
