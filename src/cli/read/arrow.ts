import { closeSync, existsSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import type { ArrowFile } from '../../arrow/index.ts'
import type { LinkedItem } from '../../ingest/index.ts'
import type { AnyRecord } from '../../registry.ts'
import { fileError, UsageError } from '../errors.ts'
import type { Terminal } from '../terminal.ts'
import { lacking, placeOf } from './item.ts'
import type { Printer } from './printer.ts'

/** Writes the records of one kind to an Arrow file, and prints nothing. The package that knows such files is loaded here, where it is asked for. */
export async function arrowPrinter(path: string, { id, size }: AnyRecord, terminal: Terminal): Promise<Printer> {
  const { ArrowFile } = await arrow()
  attempt(path, () => spare(path))
  let descriptor = 0
  let file: ArrowFile | undefined
  let others = 0
  // Opened when there is something to write, so that a slip in the name of the input leaves the file alone.
  const out = (): ArrowFile => {
    if (file) return file
    descriptor = attempt(path, () => openSync(path, 'w'))
    return (file = new ArrowFile(id, (bytes) => attempt(path, () => write(descriptor, bytes))))
  }
  return {
    async bytes(name, pieces) {
      const before = file?.count ?? 0
      for await (const piece of pieces) out().add(piece)
      const rest = out().cut()
      if (rest > 0) terminal.error(`${name}: the last ${rest} bytes are no whole ${id}, which has ${size}; they are left out`)
      return out().count - before
    },
    item(name, item) {
      if (item.record !== id) {
        others++
        return
      }
      const why = reasonAgainst(item, size)
      if (why === undefined) out().add(item.data!.bytes)
      else terminal.error(`${placeOf(name, item)}: ${id} is left out: ${why}`)
    },
    conclusion: () => undefined,
    end() {
      const { count } = out()
      out().end()
      attempt(path, () => closeSync(descriptor))
      if (others > 0) terminal.note(`${others} of other kinds are left out: ${path} holds ${id} alone`)
      if (out().bad > 0) terminal.error(`${out().bad} of ${count} records are bad; the column "bad" of ${path} says which`)
    },
  }
}

/** Why an item is no row: a column has room for what is there, and for nothing around it. */
function reasonAgainst(item: LinkedItem, size: number): string | undefined {
  const { record, data, ambiguous } = item
  const lacks = lacking(record!, item)
  if (ambiguous) return 'it is one of several readings; --as decides'
  if (data === undefined || lacks.length > 0) return `the input does not hold ${lacks.join(', ')}`
  return data.bytes.length === size ? undefined : `its packet has ${data.bytes.length} bytes, and what stands beside its ${size} has no column`
}

async function arrow(): Promise<typeof import('../../arrow/index.ts')> {
  try {
    return await import('../../arrow/index.ts')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code !== 'ERR_MODULE_NOT_FOUND' || !message.includes("'apache-arrow'")) throw error
    throw new UsageError('--arrow needs the package apache-arrow beside this one: npm install apache-arrow')
  }
}

const MAGIC = 'ARROW1'

/** @throws where there is a file that is no Arrow file: it is more likely the input than what is to be written over */
function spare(path: string): void {
  if (!existsSync(path) || !statSync(path).isFile() || statSync(path).size === 0) return
  const head = Buffer.alloc(MAGIC.length)
  const file = openSync(path, 'r')
  readSync(file, head)
  closeSync(file)
  if (head.toString('latin1') !== MAGIC) throw new Error('is there already, and is no Arrow file; it is not written over')
}

function write(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}

/** @throws {UsageError} where a file cannot be written */
function attempt<T>(path: string, what: () => T): T {
  try {
    return what()
  } catch (error) {
    throw fileError(path, error)
  }
}
