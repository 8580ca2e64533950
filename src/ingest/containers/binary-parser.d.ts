/** binary-parser 2.3.0 has types, but under a name that an import from an ES module does not find. */
declare module 'binary-parser' {
  export class Parser {
    /** `bit1` to `bit32`: the next field, most significant bit first. */
    [bits: `bit${number}`]: (name: string) => Parser
    endianness(order: 'little' | 'big'): this
    uint8(name: string): this
    uint16(name: string): this
    uint32(name: string): this
    seek(bytes: number): this
    parse(bytes: Uint8Array): unknown
  }
}
