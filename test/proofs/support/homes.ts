import { runInNewContext } from 'node:vm'

/** A piece of memory, all 0xa5, with a place in it that the test may use. */
export interface Home {
  readonly bytes: Uint8Array
  /** Where in `bytes` the place begins. */
  readonly offset: number
}

type Make = (length: number) => Home

// Node 20 has all of these; the ES2023 library of types has not.
type Resizable = new (length: number, options: { maxByteLength: number }) => ArrayBuffer & { resize(length: number): void }
type Growable = new (length: number, options: { maxByteLength: number }) => SharedArrayBuffer & { grow(length: number): void }
const { Memory } = (globalThis as unknown as { WebAssembly: { Memory: new (pages: { initial: number }) => { buffer: ArrayBuffer } } }).WebAssembly
export const ResizableArrayBuffer = ArrayBuffer as unknown as Resizable
export const GrowableSharedArrayBuffer = SharedArrayBuffer as unknown as Growable

class Packet extends Uint8Array {
  override get [Symbol.toStringTag](): 'Uint8Array' {
    return 'Packet' as 'Uint8Array'
  }
}

const elsewhere = runInNewContext('Uint8Array') as Uint8ArrayConstructor

/** The sizes on either side of the one from which a DataView is kept: alone, and in a larger buffer. */
const MUCH = 1000

/** Every kind of memory that a Uint8Array can stand on. */
export const homes: Readonly<Record<string, Make>> = {
  'an array of its own': (length) => ({ bytes: new Uint8Array(length), offset: 0 }),
  'an odd place of a small array': (length) => ({ bytes: new Uint8Array(length + 6), offset: 3 }),
  'an odd place of a large array': (length) => ({ bytes: new Uint8Array(length + MUCH), offset: 333 }),
  'the end of a large array': (length) => ({ bytes: new Uint8Array(length + MUCH), offset: MUCH }),
  'a small odd part of a large buffer': (length) => ({ bytes: new Uint8Array(MUCH).subarray(7, 7 + length + 2), offset: 1 }),
  'a large odd part of a large buffer': (length) => ({ bytes: new Uint8Array(3 * MUCH).subarray(777, 777 + length + MUCH), offset: 5 }),
  'a small Buffer of the pool': (length) => ({ bytes: Buffer.allocUnsafe(length + 2), offset: 1 }),
  'a large Buffer': (length) => ({ bytes: Buffer.alloc(length + MUCH), offset: 77 }),
  'small shared memory': (length) => ({ bytes: new Uint8Array(new SharedArrayBuffer(length + 2)), offset: 1 }),
  'large shared memory': (length) => ({ bytes: new Uint8Array(new SharedArrayBuffer(length + MUCH)), offset: 55 }),
  'large shared memory that can grow': (length) => ({ bytes: new Uint8Array(new GrowableSharedArrayBuffer(length + MUCH, { maxByteLength: 4 * MUCH })), offset: 55 }),
  'a small buffer that can be resized': (length) => ({ bytes: new Uint8Array(new ResizableArrayBuffer(length + 2, { maxByteLength: MUCH })), offset: 1 }),
  'a large buffer that can be resized': (length) => ({ bytes: new Uint8Array(new ResizableArrayBuffer(length + MUCH, { maxByteLength: 4 * MUCH })), offset: 55 }),
  'a part of fixed length of a buffer that can be resized': (length) => ({
    bytes: new Uint8Array(new ResizableArrayBuffer(length + MUCH, { maxByteLength: 4 * MUCH }), 9, length + MUCH - 9),
    offset: 1,
  }),
  'WebAssembly memory': () => ({ bytes: new Uint8Array(new Memory({ initial: 1 }).buffer), offset: 4001 }),
  'a small array of another realm': (length) => ({ bytes: new elsewhere(length + 2), offset: 1 }),
  'a large array of another realm': (length) => ({ bytes: new elsewhere(length + MUCH), offset: 55 }),
  'a subclass with a name of its own': (length) => ({ bytes: new Packet(length + MUCH), offset: 55 }),
}
