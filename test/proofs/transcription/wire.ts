import { Parser } from 'binary-parser';

export type ByteOrder = 'little' | 'big';

/**
 * `[name, width]`. `pasid[19:16]` is that part of a value which stands in several places, or whose low
 * bits are not on the wire: `address[63:12]`. `reserved` may repeat. A fixed field identifies the record.
 */
export type Field = readonly [name: string, width: number, role?: 'fixed'];

/** All bits of one 32-bit or 64-bit word, most significant first, as a specification draws it. */
export type Word = readonly Field[];

export interface Transcription {
  bytes: number;
  parse(bytes: Uint8Array): {
    message: Record<string, number | boolean | bigint>;
    fixed: Record<string, number>;
    /** All reserved bits side by side: 0n if and only if none is set. */
    reserved: bigint;
  };
}

/** `width` bits of the value `name`, from its bit `low` up. */
interface Slice {
  name: string;
  low: number;
  width: number;
  fixed: boolean;
}

export const record = (order: ByteOrder, bytes: number, ...words: readonly Word[]): Transcription => {
  const sizes = words.map((word) => sum(word.map(([, width]) => width)));
  if (sizes.some((size) => size !== 32 && size !== 64) || sum(sizes) !== bytes * 8) {
    throw new Error(`words of ${sizes.join(' + ')} bits do not make a record of ${bytes} bytes`);
  }

  const slices = stackReserved(words.flat().map(sliceOf));
  const masks = masksOf(slices);
  const identifying = new Set(slices.filter(({ fixed }) => fixed).map(({ name }) => name));
  const parts = splitAt32(slices);
  const parser = parts.reduce((chain, { width }, index) => chain[`bit${width}`]!(`part${index}`), new Parser());

  return {
    bytes,
    parse(input) {
      if (input.length !== bytes) throw new RangeError(`${input.length} bytes instead of ${bytes}`);
      const read = parser.parse(order === 'big' ? input : reverseWords(input, sizes)) as Record<string, number>;
      const raw: Record<string, bigint> = { reserved: 0n };
      parts.forEach(({ name, low }, index) => {
        raw[name] = (raw[name] ?? 0n) | (BigInt(read[`part${index}`]!) << BigInt(low));
      });

      const { reserved = 0n, ...values } = raw;
      const message: Record<string, number | boolean | bigint> = {};
      const fixed: Record<string, number> = {};
      for (const [name, value] of Object.entries(values)) {
        const mask = masks.get(name)!;
        if (identifying.has(name)) fixed[name] = Number(value);
        else if (mask === 1n) message[name] = value === 1n;
        else message[name] = mask >> 32n || !(mask & 1n) ? value : Number(value);
      }
      return { message, fixed, reserved };
    },
  };
};

/** Records that exist in both byte orders: little-endian under their id, big-endian under `id-be`. */
export const inBothOrders = (
  records: Record<string, (order: ByteOrder) => Transcription>,
): Record<string, Transcription> =>
  Object.fromEntries(
    Object.entries(records).flatMap(([id, build]) => [
      [id, build('little')],
      [`${id}-be`, build('big')],
    ]),
  );

const sliceOf = ([label, width, role]: Field): Slice => {
  const [, name, high, low = high] = /^(\w+)(?:\[(\d+)(?::(\d+))?\])?$/.exec(label) ?? [];
  if (!name) throw new Error(`not a field name: ${label}`);
  if (high !== undefined && Number(high) - Number(low) + 1 !== width) throw new Error(`${label} is not ${width} bits`);
  return { name, low: Number(low ?? 0), width, fixed: role === 'fixed' };
};

/** Gives each reserved group bits of its own, so that none hides another. */
const stackReserved = (slices: readonly Slice[]): Slice[] => {
  let height = 0;
  return slices.map((slice) => {
    if (slice.name !== 'reserved') return slice;
    height += slice.width;
    return { ...slice, low: height - slice.width };
  });
};

/** The bits of each value that are on the wire. */
const masksOf = (slices: readonly Slice[]): Map<string, bigint> => {
  const masks = new Map<string, bigint>();
  for (const { name, low, width } of slices) {
    const known = masks.get(name) ?? 0n;
    const mask = ((1n << BigInt(width)) - 1n) << BigInt(low);
    if (known & mask) throw new Error(`bits of ${name} are declared twice`);
    masks.set(name, known | mask);
  }
  return masks;
};

/** binary-parser has no bit field above 32 bits; so no part crosses a 32-bit boundary of the record. */
const splitAt32 = (slices: readonly Slice[]): Slice[] => {
  const parts: Slice[] = [];
  let at = 0;
  for (const slice of slices) {
    for (let left = slice.width; left > 0; ) {
      const width = Math.min(left, 32 - (at % 32));
      left -= width;
      at += width;
      parts.push({ ...slice, low: slice.low + left, width });
    }
  }
  return parts;
};

/** binary-parser reads every group of bit fields big-endian, whatever it is told: so the words are turned round. */
const reverseWords = (input: Uint8Array, sizes: readonly number[]): Uint8Array => {
  const turned = Uint8Array.from(input);
  let at = 0;
  for (const size of sizes) turned.subarray(at, (at += size / 8)).reverse();
  return turned;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
