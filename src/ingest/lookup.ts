import { Anchors } from './anchors.ts'
import { Sieve } from './sieve/index.ts'
import type { Source } from './source.ts'

/** By what the sources of a list are found. */
export interface Lookup {
  readonly anchors: Anchors<Source>
  readonly sieve: Sieve
  readonly shaped: readonly Source[]
}

const lookups = new WeakMap<readonly Source[], Lookup>()

/** A word, and how quoted-printable writes it: a line is looked at as it stands, before it is known to be that. */
const asWritten = (word: string): readonly string[] => (word.includes('=') ? [word, word.replaceAll('=', '=3D')] : [word])

/** Made once for a list: an editor makes a reader for every key. */
export function lookupOf(sources: readonly Source[]): Lookup {
  const known = lookups.get(sources)
  if (known) return known
  const anchors = new Anchors(sources.flatMap((source) => source.anchors.flatMap(asWritten).map((word) => ({ word, of: source }))))
  const lookup: Lookup = {
    anchors,
    sieve: new Sieve(anchors),
    shaped: sources.filter(({ shape }) => shape !== undefined),
  }
  lookups.set(sources, lookup)
  return lookup
}
