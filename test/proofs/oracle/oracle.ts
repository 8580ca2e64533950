/**
 * Asks a C compiler where the members of the Linux structs lie.
 *
 * Messages become initialised constants in a generated C file; the bytes that
 * the compiler puts into the object file are the answer. Nothing of the target
 * runs, so the big-endian ABI needs a cross compiler but no emulator.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { records, type OracleRecord } from './records.ts';

export type Message = Record<string, number | bigint | boolean>;

export interface Abi {
  readonly name: 'little' | 'big';
  /** What the ABI adds to a record id to make the id of the codec's format. */
  readonly suffix: '' | '-be';
  readonly compiler: string;
  readonly objcopy: string;
  /** Debian packages that hold the two programs. */
  readonly packages: { readonly compiler: string; readonly objcopy: string };
}

export const abis: readonly Abi[] = [
  {
    name: 'little',
    suffix: '',
    compiler: 'cc',
    objcopy: 'objcopy',
    packages: { compiler: 'gcc', objcopy: 'binutils' },
  },
  {
    name: 'big',
    suffix: '-be',
    compiler: 's390x-linux-gnu-gcc',
    objcopy: 's390x-linux-gnu-objcopy',
    packages: { compiler: 'gcc-s390x-linux-gnu', objcopy: 'binutils-s390x-linux-gnu' },
  },
];

/** Ids without the suffix of an ABI. */
export const recordIds: readonly string[] = Object.keys(records);

const headerFolder = fileURLToPath(new URL('.', import.meta.url));
const sizesSection = 'oracle_sizes';

function inPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    const file = join(folder, program);
    try {
      accessSync(file, constants.X_OK);
      return statSync(file).isFile();
    } catch {
      return false;
    }
  });
}

/** What to install before `compile` can work for this ABI, or undefined when all is there. */
export function missingCompiler(abi: Abi): string | undefined {
  for (const tool of ['compiler', 'objcopy'] as const) {
    if (!inPath(abi[tool])) return `${abi[tool]} not found: install the Debian package ${abi.packages[tool]}`;
  }
  return undefined;
}

export function compilerAvailable(abi: Abi): boolean {
  return missingCompiler(abi) === undefined;
}

function recordOf(id: string): OracleRecord {
  const record = Object.hasOwn(records, id) ? records[id] : undefined;
  if (record === undefined) throw new Error(`the C oracle has no record '${id}'; it has ${recordIds.join(', ')}`);
  return record;
}

/** The field names that a message of this record must have, all of them and no others. */
export function fieldNames(id: string): string[] {
  return recordOf(id).members.map(([field]) => field);
}

/**
 * All zeros, all ones, then every bit of every field alone. A C struct only puts
 * bits in places, so these show the place of each; random messages add the check
 * that the codec, too, treats fields independently.
 */
export function walkingBits(id: string): Message[] {
  const { members } = recordOf(id);
  const fill = (value: (bits: number) => bigint): Message =>
    Object.fromEntries(members.map(([field, , bits]) => [field, value(bits)]));
  const zeros = fill(() => 0n);
  const single = members.flatMap(([field, , bits]) =>
    Array.from({ length: bits }, (_, bit) => ({ ...zeros, [field]: 1n << BigInt(bit) })),
  );
  return [zeros, fill((bits) => (1n << BigInt(bits)) - 1n), ...single];
}

function literal(value: number | bigint | boolean, place: string): string {
  // Beyond 2^53 a number has already lost bits, and the loss would look like a layout error.
  const usable = typeof value === 'number' ? Number.isSafeInteger(value) && value >= 0 : BigInt(value) >= 0n;
  if (!usable) throw new Error(`${place}: ${value} is not an exact unsigned integer`);
  return `0x${BigInt(value).toString(16)}ULL`;
}

function initialiser(id: string, record: OracleRecord, message: Message): string {
  const unknown = Object.keys(message).filter((name) => !record.members.some(([field]) => field === name));
  // An ignored field would be a field whose place is never compared.
  if (unknown.length > 0) throw new Error(`${id}: the C struct has no member for ${unknown.join(', ')}`);
  const parts = record.members.map(([field, designator]) => {
    const value = message[field];
    if (value === undefined) throw new Error(`${id}: the message has no field ${field}`);
    return `.${designator} = ${literal(value, `${id}.${field}`)}`;
  });
  return `{ ${(record.implied === undefined ? parts : [record.implied, ...parts]).join(', ')} }`;
}

function sectionOf(id: string): string {
  return `oracle_record_${recordIds.indexOf(id)}`;
}

/**
 * One section per record: an array alone in its section starts at byte 0 of it,
 * so no symbol table has to be read. `used` keeps what nothing refers to. The
 * variable's name differs because the assembler makes a symbol of the section's.
 */
function constant(section: string, type: string, values: readonly string[]): string {
  const place = `__attribute__((used, section("${section}")))`;
  return `static const ${type} ${section}_data[] ${place} = {\n${values.map((value) => `\t${value},\n`).join('')}};\n`;
}

function source(abi: Abi, samples: Readonly<Record<string, readonly Message[]>>): string {
  const order = `__ORDER_${abi.name.toUpperCase()}_ENDIAN__`;
  const parts = [
    '#include "linux.h"\n',
    `_Static_assert(__BYTE_ORDER__ == ${order}, "${abi.compiler} is not a ${abi.name}-endian compiler");\n`,
    constant(sizesSection, 'u32', recordIds.map((id) => `sizeof(${recordOf(id).type})`)),
  ];
  for (const [id, messages] of Object.entries(samples)) {
    const record = recordOf(id);
    const values = messages.map((message) => initialiser(id, record, message));
    // An array without elements is not C.
    if (values.length > 0) parts.push(constant(sectionOf(id), record.type, values));
  }
  return parts.join('\n');
}

function run(program: string, args: readonly string[]): void {
  const result = spawnSync(program, args, { encoding: 'utf8' });
  if (result.error !== undefined) throw result.error;
  if (result.status === 0) return;
  // One bad field in a thousand messages makes a thousand diagnostics.
  const output = result.stderr.split('\n').slice(0, 12).join('\n');
  throw new Error(`${program} failed (${result.signal ?? `exit status ${result.status}`}):\n${output}`);
}

function build(
  abi: Abi,
  samples: Readonly<Record<string, readonly Message[]>>,
): { sizes: Record<string, number>; bytes: Record<string, Uint8Array[]> } {
  const missing = missingCompiler(abi);
  if (missing !== undefined) throw new Error(missing);
  const text = source(abi, samples);

  const folder = mkdtempSync(join(tmpdir(), 'pci-ats-pri-oracle-'));
  try {
    const input = join(folder, 'samples.c');
    const object = join(folder, 'samples.o');
    writeFileSync(input, text);
    // -Werror turns a value too wide for its member into an error instead of a silent cut.
    run(abi.compiler, ['-std=gnu11', '-Wall', '-Wextra', '-Werror', '-I', headerFolder, '-c', input, '-o', object]);

    const section = (name: string, length: number): Uint8Array => {
      const output = join(folder, `${name}.bin`);
      run(abi.objcopy, ['-O', 'binary', `--only-section=${name}`, object, output]);
      const bytes = new Uint8Array(readFileSync(output));
      if (bytes.length !== length) throw new Error(`section ${name} has ${bytes.length} bytes instead of ${length}`);
      return bytes;
    };

    const view = new DataView(section(sizesSection, 4 * recordIds.length).buffer);
    const sizes = Object.fromEntries(recordIds.map((id, i) => [id, view.getUint32(4 * i, abi.name === 'little')]));
    const bytes: Record<string, Uint8Array[]> = {};
    for (const [id, messages] of Object.entries(samples)) {
      const size = sizes[id] ?? 0;
      const all = messages.length > 0 ? section(sectionOf(id), size * messages.length) : new Uint8Array();
      bytes[id] = messages.map((_, i) => all.slice(i * size, (i + 1) * size));
    }
    return { sizes, bytes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The bytes of each message as the compiler of this ABI lays them out, in the order given.
 * Throws for an unknown record, a missing or unknown field and a value too wide for its member.
 */
export function compile(
  abi: Abi,
  samples: Readonly<Record<string, readonly Message[]>>,
): Record<string, Uint8Array[]> {
  return build(abi, samples).bytes;
}

/** `sizeof` of each record's struct, as this ABI's compiler has it. */
export function sizes(abi: Abi): Record<string, number> {
  return build(abi, {}).sizes;
}
