/** Who takes part in what. `file#export` names the code in contenders/; without `#` the export has the name of the verb. Flags of Node may follow. */

/** The floor and ourselves: the rows that the others are compared with. */
export const FLOOR = 'hand-written'
export const OURS = 'ours'

export const verbs = {
  decode: {
    title: 'Decode to an object',
    contenders: {
      'hand-written': 'hand-written',
      ours: 'ours',
      'ours, each record an array of its own': 'ours#aloneDecode',
      'the reference codec': 'reference',
      'binary-parser, 32-bit words': 'binary-parser',
      'binary-parser, bit fields': 'binary-parser#declared',
      'binary-parser, 32-bit words, outwitted': 'binary-parser#tuned',
      'bit-buffer': 'bit-buffer',
      'bit-buffer, with all checks': 'bit-buffer#checking',
      'bit-buffer, 32-bit words': 'bit-buffer#words',
      'typed-binary, 32-bit words': 'typed-binary',
      'Kaitai Struct': 'kaitai',
      'Kaitai Struct, 32-bit words': 'kaitai#words',
    },
  },
  view: {
    title: 'Lazy view, three fields read',
    contenders: {
      'hand-written': 'hand-written',
      ours: 'ours',
      'ours, a new view for each record': 'ours#newView',
      'ours, decoded to an object instead': 'ours#decoded',
      'the reference codec': 'reference',
    },
  },
  viewAll: {
    title: 'Lazy view, all fields read',
    contenders: {
      'hand-written': 'hand-written',
      ours: 'ours',
      'ours, decoded to an object instead': 'ours#decoded',
    },
  },
  encode: {
    title: 'Encode to a fresh array',
    contenders: {
      'hand-written': 'hand-written',
      ours: 'ours',
      'the reference codec': 'reference',
      'binary-parser-encoder, 32-bit words': 'binary-parser-encoder',
      'bit-buffer': 'bit-buffer',
      'typed-binary, 32-bit words': 'typed-binary',
    },
  },
  encodeInto: {
    title: 'Encode into a buffer of the caller',
    contenders: {
      'hand-written': 'hand-written',
      ours: 'ours',
      'the reference codec': 'reference',
      'bit-buffer': 'bit-buffer',
      'typed-binary, 32-bit words': 'typed-binary',
    },
  },
  columns: {
    title: 'Columns of many records',
    contenders: {
      'the same loop in C': 'c#loop',
      'a plain copy in C': 'c#copy',
      'hand-written': 'hand-written',
      ours: 'ours',
      'ours, in place': 'ours#allocatedColumns',
      'ours, by batches, and a column added up': 'ours#batches',
      'ours, three fields': 'ours#threeColumns',
      'ours, by defineRecord': 'ours#definedColumns',
      'ours, into new arrays each time': 'ours#freshColumns',
      'ours, unchecked': 'ours#uncheckedColumns',
      'ours, without WebAssembly': 'ours --no-expose-wasm',
      'ours, back to bytes': 'ours#encodeColumns',
      'ours, back to bytes in place': 'ours#encodeAllocated',
      'a plain copy': 'copy',
    },
  },
}
