import fc from 'fast-check'

/** How often an edge is taken, once in so many times. */
const OFTEN = 3

/**
 * Numbers of which some come often: the least, the greatest, the named ones. What fails shrinks to the smallest that
 * fails, whether it was an edge or not; of `fc.oneof` with constants it would stay at the edge.
 */
class Edged<N extends number | bigint> extends fc.Arbitrary<N> {
  private readonly all: fc.Arbitrary<N>
  private readonly edges: readonly N[]

  constructor(all: fc.Arbitrary<N>, edges: readonly N[]) {
    super()
    this.all = all
    this.edges = edges
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<N> {
    if (this.edges.length === 0 || random.nextInt(1, OFTEN) !== 1) return this.all.generate(random, bias)
    return new fc.Value(this.edges[random.nextInt(0, this.edges.length - 1)]!, undefined)
  }

  override canShrinkWithoutContext(value: unknown): value is N {
    return this.all.canShrinkWithoutContext(value)
  }

  override shrink(value: N, context: unknown): fc.Stream<fc.Value<N>> {
    return this.all.shrink(value, context)
  }
}

/** Whole numbers from 0 to `max`, the edges often. */
export function numbers(max: number, edges: readonly number[] = []): fc.Arbitrary<number> {
  const own = [0, 1, max - 1, max, ...edges].filter((edge) => edge >= 0 && edge <= max)
  return new Edged(fc.integer({ min: 0, max }), [...new Set(own)])
}

/** The same for bigints. */
export function bigints(max: bigint, edges: readonly bigint[] = []): fc.Arbitrary<bigint> {
  const own = [0n, 1n, max - 1n, max, ...edges].filter((edge) => edge >= 0n && edge <= max)
  return new Edged(fc.bigInt({ min: 0n, max }), [...new Set(own)])
}
