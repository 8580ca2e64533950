/**
 * Words that a language has taken. One list for all targets, so that a field is called the same in each:
 * C and C++ with macros of their headers and what Verilator takes for them, SystemVerilog, Python, Rust and Lua, and the functions that
 * the exports give every record.
 */
const TAKEN = new Set(
  `abort abstract accept_on alias align alignas alignof always always_comb always_ff always_latch and and_eq as asm assert assign assume async
  atomic_cancel atomic_commit atomic_noexcept auto automatic await become before begin bind bins binsof bit bitand bitor bool boolean box break buf
  bufif0 bufif1 byte case casex casez catch cell chandle char char16_t char32_t char8_t checker class classmethod clocking cmos co_await co_return
  co_yield compl concept config const const_cast consteval constexpr constinit constraint context continue cover covergroup coverpoint crate cross
  deassign decltype decode def default defparam del delete design disable dist do double dyn dynamic_cast edge elif else elseif encode end endcase
  endchecker endclass endclocking endconfig endfunction endgenerate endgroup endinterface endmodule endpackage endprimitive endprogram endproperty
  endsequence endspecify endtable endtask enum errno event eventually except exec expect explicit export extends extern false final finally first
  first_match float fn for force foreach forever fork forkjoin friend from from_int function gen generate genvar get global goto highz0 highz1 i386 if
  iff ifnone ignore_bins illegal_bins impl implements implies import in incdir include initial inline inout input inside instance int integer
  interconnect interface intersect is join join_any join_none lambda large let liblist library linux local localparam logic long longint loop macro
  macromodule match matches medium mod modport module move mut mutable namespace nand negedge nettype new nexttime nil nmos noexcept none nonlocal nor
  noshowcancelled not not_eq notif0 notif1 null nullptr operator or or_eq output override package packed parameter pass pmos posedge primitive priority
  priv private program property protected ptr pub public pull0 pull1 pulldown pullup pulsestyle_ondetect pulsestyle_onevent pure raise rand randc
  randcase randsequence rcmos real realtime ref reflexpr reg register reinterpret_cast reject_on release repeat requires restrict return rnmos rpmos
  rtran rtranif0 rtranif1 rule s_always s_eventually s_nexttime s_until s_until_with scalared self sequence set short shortint shortreal showcancelled
  signed sizeof small soft solve specify specparam static static_assert static_cast std strict string strong strong0 strong1 struct super supply supply0
  supply1 switch sync_accept_on sync_reject_on synchronized table tagged task template then this thread_local throughout throw time timeprecision
  timeunit to_int trait tran tranif0 tranif1 tri tri0 tri1 triand trior trireg true try type typedef typeid typename typeof typeof_unqual union unique
  unique0 unix unsafe unsigned unsized until until_with untyped use using uwire var vectored virtual void volatile wait wait_order wand wchar_t weak
  weak0 weak1 where while wildcard wire with within wor xnor xor xor_eq yield`.split(/\s+/),
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

/** Whether a language has taken a word in snake case. */
export const isTaken = (word: string): boolean => TAKEN.has(word)

/** The name of a member: in snake case, with `_` where a language has taken it. */
export function memberName(name: string): string {
  const plain = snake(name)
  return isTaken(plain) ? `${plain}_` : plain
}

/** @throws {RangeError} where a target would give two things one name */
export function checkNames(target: string, names: readonly string[]): void {
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) throw new RangeError(`${target}: two things are called ${name}`)
    seen.add(name)
  }
}
