import { concat } from '../../packet/bytes.ts'

/** A packet of a capture file. */
export interface CapturedPacket {
  /** From 1. */
  readonly number: number
  /** Where its data begin in the file. */
  readonly at: number
  readonly linkType: number
  readonly data: Uint8Array
  /** Bytes of the packet on the link; more than `data` where the capture has cut it. */
  readonly original: number
}

/** What is wrong with a container; nothing behind it can be read. */
export class ContainerError extends Error {
  override readonly name = 'ContainerError'
  /** Where, in the file. */
  readonly at: number

  constructor(at: number, message: string) {
    super(`byte ${at}: ${message}`)
    this.at = at
  }
}

/** A file that is framed as it comes. */
export interface Container {
  /** The next piece of the file: the packets that are whole with it. @throws {ContainerError} behind those that come before the damage */
  push(bytes: Uint8Array): Iterable<CapturedPacket>
  /** The end of the file. @throws {ContainerError} where it ends inside a packet */
  end(): void
}

/** A packet larger than this is taken for a damaged length: no TLP has a tenth of it. */
export const LARGEST = 262144

/** Bytes that have come and are not framed yet. */
export class Pending {
  private bytes = new Uint8Array(0)
  /** Where the first of them stands in the file. */
  at = 0

  add(more: Uint8Array): void {
    this.bytes = concat([this.bytes, more])
  }

  get length(): number {
    return this.bytes.length
  }

  /** The first bytes, which stay pending. */
  peek(size: number, from = 0): Uint8Array {
    return this.bytes.subarray(from, from + size)
  }

  drop(size: number): void {
    this.bytes = this.bytes.subarray(size)
    this.at += size
  }
}
