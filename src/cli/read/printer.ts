import type { Conclusion, LinkedItem } from '../../ingest/index.ts'

/** What is done with each item, whatever it was read from. */
export interface Printer {
  item(file: string, item: LinkedItem): void
  conclusion(file: string, conclusion: Conclusion): void
  /** After the last input. */
  end(): void
}
