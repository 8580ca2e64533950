/** How one item of an input goes with another. */
export interface Link {
  readonly what: 'answers' | 'answers again' | 'answers nothing known' | 'same group' | 'waits for' | 'stands before' | 'timed out'
  /** Lines of the items that it goes with, the nearest first. */
  readonly lines: readonly number[]
  /** What a colleague would say. */
  readonly text: string
}

/** Something that the whole input tells. */
export interface Conclusion {
  readonly what: 'unanswered'
  readonly lines: readonly number[]
  readonly text: string
}
