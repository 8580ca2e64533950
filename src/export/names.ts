/**
 * Words that a language has taken. One list for all targets, so that a field is called the same in each:
 * C, C++ with what Verilator takes for it, SystemVerilog, Python, Rust and Lua, and the functions that the exports give every record.
 */
const TAKEN = new Set(
  `abort alias align alignas always and as assert assign async auto await before begin bind bit bool boolean box break buf byte case cell chandle char
  checker class clocking const constraint context continue cover crate cross decode def default del design deassign delete disable dist do double dyn
  edge elif else elseif encode end endcase endclass endfunction endmodule enum event except exec explicit export expect extends extern false final
  finally first float fn for force foreach forever fork friend from from_int function generate get global goto if iff impl import in initial
  inline inout input inside int integer interface is join lambda large let library local logic long loop macro match matches mod module move
  mut mutable namespace negedge new nil none nonlocal not null operator or output override package packed parameter pass posedge priority
  private program property protected ptr pub public pulldown pullup pure raise rand real realtime ref reg register release repeat restrict
  return rule scalared self sequence set short shortint signed sizeof small solve specify static std strict string strong struct super supply
  switch table tagged task template then this throw time timeunit to_int trait tri true try type typedef typeid typename typeof union unique unsafe
  unsigned until use using var vectored virtual void volatile wait weak where while wire with within wor xnor xor yield`.split(/\s+/),
)

/** `vtd.page-request` and `prgIndex` in snake case. */
export function snake(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[^A-Za-z0-9]+/g, '_').toLowerCase()
}

export function upper(name: string): string {
  return snake(name).toUpperCase()
}

/** `vtd.page-request` as `VtdPageRequest`. */
export function pascal(name: string): string {
  return snake(name)
    .split('_')
    // Two numbers that a separator kept apart stay apart.
    .reduce((joined, part) => joined + (/\d$/.test(joined) && /^\d/.test(part) ? '_' : '') + part.charAt(0).toUpperCase() + part.slice(1), '')
}

/** The name of a member: in snake case, with `_` where a language has taken it. */
export function memberName(name: string): string {
  const plain = snake(name)
  return TAKEN.has(plain) ? `${plain}_` : plain
}

/** @throws {RangeError} where a target would give two things one name */
export function checkNames(target: string, names: readonly string[]): void {
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) throw new RangeError(`${target}: two things are called ${name}`)
    seen.add(name)
  }
}
