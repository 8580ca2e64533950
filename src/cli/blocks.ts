/** A stretch of bytes in which whole packets can be found. */
export interface Block {
  readonly bytes: Uint8Array
  /** Offset of its first byte in the input. */
  readonly base: number
  /** A packet that begins before this offset in `bytes` is whole, or as whole as it gets. */
  readonly limit: number
  /** To be set by the reader: where the next packet begins. */
  used: number
}

/** Gathered before packets are looked for, because pieces may be as short as a line. */
const GATHERED = 1 << 15

/**
 * Cuts pieces into blocks; what a block leaves over goes into the next.
 * @param largest size of the largest packet
 */
export async function* blocksOf(pieces: AsyncIterable<Uint8Array>, largest: number): AsyncGenerator<Block> {
  let parts: Uint8Array[] = []
  let size = 0
  let base = 0
  function block(last: boolean): Block {
    const bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts)
    return { bytes, base, limit: last ? size : size - largest + 1, used: 0 }
  }
  function consume({ bytes, used }: Block): void {
    parts = [bytes.subarray(used)]
    size -= used
    base += used
  }
  for await (const piece of pieces) {
    parts.push(piece)
    size += piece.length
    if (size < Math.max(GATHERED, largest)) continue
    const next = block(false)
    yield next
    consume(next)
  }
  while (size > 0) {
    const last = block(true)
    yield last
    consume(last)
  }
}
