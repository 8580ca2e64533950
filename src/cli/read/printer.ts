import type { Conclusion, LinkedItem } from '../../ingest/index.ts'

/** What is done with each item, whatever it was read from. */
export interface Printer {
  item(file: string, item: LinkedItem): void
  conclusion(file: string, conclusion: Conclusion): void
  /** Takes bytes as they are, where it can do without items. Gives how many records they were. */
  bytes?(file: string, pieces: AsyncIterable<Uint8Array>): Promise<number>
  /** After the last input. */
  end(): void
}
