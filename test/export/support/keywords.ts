import { defineRecord } from '../../../src/index.ts'
import type { Layout } from '../../../src/index.ts'

/** The words that languages keep for themselves, by their standards: those in lower case, as members are. */
export const KEYWORDS = {
  // C, and macros of its headers and compilers
  c: `auto break case char const continue default do double else enum extern float for goto if inline int long register restrict return short signed sizeof
    static struct switch typedef union unsigned void volatile while typeof bool true false alignas alignof constexpr nullptr static_assert thread_local
    typeof_unqual asm errno linux unix i386`,
  // C++
  cpp: `alignas alignof and and_eq asm atomic_cancel atomic_commit atomic_noexcept auto bitand bitor bool break case catch char char8_t char16_t char32_t
    class compl concept const consteval constexpr constinit const_cast continue co_await co_return co_yield decltype default delete do double dynamic_cast
    else enum explicit export extern false float for friend goto if inline int long mutable namespace new noexcept not not_eq nullptr operator or or_eq
    private protected public reflexpr register reinterpret_cast requires return short signed sizeof static static_assert static_cast struct switch
    synchronized template this thread_local throw true try typedef typeid typename union unsigned using virtual void volatile wchar_t while xor xor_eq
    final override import module`,
  // SystemVerilog
  sv: `accept_on alias always always_comb always_ff always_latch and assert assign assume automatic before begin bind bins binsof bit break buf bufif0 bufif1
    byte case casex casez cell chandle checker class clocking cmos config const constraint context continue cover covergroup coverpoint cross deassign
    default defparam design disable dist do edge else end endcase endchecker endclass endclocking endconfig endfunction endgenerate endgroup endinterface
    endmodule endpackage endprimitive endprogram endproperty endspecify endsequence endtable endtask enum event eventually expect export extends extern
    final first_match for force foreach forever fork forkjoin function generate genvar global highz0 highz1 if iff ifnone ignore_bins illegal_bins
    implements implies import incdir include initial inout input inside instance int integer interconnect interface intersect join join_any join_none
    large let liblist library local localparam logic longint macromodule matches medium modport module nand negedge nettype new nexttime nmos nor
    noshowcancelled not notif0 notif1 null or output package packed parameter pmos posedge primitive priority program property protected pull0 pull1
    pulldown pullup pulsestyle_ondetect pulsestyle_onevent pure rand randc randcase randsequence rcmos real realtime ref reg reject_on release repeat
    restrict return rnmos rpmos rtran rtranif0 rtranif1 s_always s_eventually s_nexttime s_until s_until_with scalared sequence shortint shortreal
    showcancelled signed small soft solve specify specparam static string strong strong0 strong1 struct super supply0 supply1 sync_accept_on
    sync_reject_on table tagged task this throughout time timeprecision timeunit tran tranif0 tranif1 tri tri0 tri1 triand trior trireg type typedef union
    unique unique0 unsigned until until_with untyped use uwire var vectored virtual void wait wait_order wand weak weak0 weak1 while wildcard wire with
    within wor xnor xor`,
  // Python, and what its classes need
  py: `and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise
    return try while with yield case match classmethod`,
  // Rust
  rust: `as break const continue crate else enum extern false fn for if impl in let loop match mod move mut pub ref return self static struct super trait true
    type unsafe use where while async await dyn abstract become box do final macro override priv typeof unsized virtual yield try union gen`,
  // Lua
  lua: `and break do else elseif end false for function goto if in local nil not or repeat return then true until while`,
}

const words = [...new Set(Object.values(KEYWORDS).flatMap((text) => text.split(/\s+/)))]
/** As tables spell them: `co_await` is `coAwait`. */
const names = words.map((word) => word.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()))

/** A record whose fields, a bit each, are called by all of these words. */
export const wordy = defineRecord({
  id: 'test.words', title: 'Words of languages', clause: 'none', source: 'synthetic', size: 8 * Math.ceil(names.length / 64), word: 8, label: 'q', order: 'little',
  fields: Object.fromEntries(names.map((name, i) => [name, { at: [[Math.floor(i / 64), i % 64, i % 64]], as: 'flag', doc: 'a word' }])),
  reserved: [[Math.floor(names.length / 64), 63, names.length % 64]],
} as Layout)
