/** What is proved and timed of a contender: `pass` makes all calls once, `mix` puts them in another order for the next pass. */

/** @param what the kind of table, `verb` or `calls`, and what names the contender in it */
export async function subjectOf([kind, ...names]) {
  const { subject } = await import(`./${kind}.mjs`)
  return subject(...names)
}

/** Results go here, so that they are really made: V8 cannot leave out what escapes. */
export const ring = new Array(256).fill(null)

/**
 * The order of the calls, another in each pass: a processor learns the branches of a few thousand records by heart
 * if they come in the same order every time, which no queue does for it.
 *
 * @param count a power of two
 */
export function mixed(count) {
  const order = Uint16Array.from({ length: count }, (_, i) => i)
  let stride = 1
  const mix = () => {
    stride = (stride + 2) % count
    for (let i = 0; i < count; i++) order[i] = (i * stride) % count
  }
  return { order, mix }
}
