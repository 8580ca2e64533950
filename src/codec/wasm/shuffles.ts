/** Patterns of `i8x16.shuffle`. Those that a processor has an instruction for are what V8 makes of them. */

const words = (...n: readonly number[]): number[] => n.flatMap((i) => [4 * i, 4 * i + 1, 4 * i + 2, 4 * i + 3])
const halves = (...n: readonly number[]): number[] => n.flatMap((i) => [2 * i, 2 * i + 1])

/** The words of the low, or of the high, half of both operands in turns. */
export const LOW_WORDS = /* @__PURE__ */ words(0, 4, 1, 5)
export const HIGH_WORDS = /* @__PURE__ */ words(2, 6, 3, 7)
/** The low, or the high, half of both operands. */
export const LOW_PAIRS = /* @__PURE__ */ words(0, 1, 4, 5)
export const HIGH_PAIRS = /* @__PURE__ */ words(2, 3, 6, 7)
/** Every other word of both operands. */
export const EVEN_WORDS = /* @__PURE__ */ words(0, 2, 4, 6)
export const ODD_WORDS = /* @__PURE__ */ words(1, 3, 5, 7)
/** The halves of words of the low, or of the high, half of both operands in turns. */
export const LOW_HALVES = /* @__PURE__ */ halves(0, 8, 1, 9, 2, 10, 3, 11)
export const HIGH_HALVES = /* @__PURE__ */ halves(4, 12, 5, 13, 6, 14, 7, 15)
/** The bytes of the low, or of the high, half of both operands in turns. */
export const LOW_BYTES = [0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23]
export const HIGH_BYTES = [8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31]
/** Each word with its bytes turned round. */
export const SWAPPED = [3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12]
