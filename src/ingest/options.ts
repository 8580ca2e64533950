/** What a reader says of an input that does not tell it itself. */
export interface ReadOptions {
  /** Bytes are records of this id, wherever the input does not say what they are. */
  readonly as?: string
  /** How words are read, where the input does not say it: as bytes in the order in which they stand, or as little-endian numbers. */
  readonly words?: 'bytes' | 'number'
  /** How links frame their packets, where the input does not say it. */
  readonly mode?: 'flit' | 'non-flit'
}
