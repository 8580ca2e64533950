import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { formOf } from '../../../src/export/form.ts'
import { masksOf } from '../../../src/export/targets/c-names.ts'
import type { AnyRecord } from '../../../src/index.ts'
import type { Folder } from './tools.ts'

/** The headers of a kernel: those that KERNEL_HEADERS names, or those of a Debian package linux-headers-*-common; undefined where there are none. */
export function kernelHeaders(): string | undefined {
  const installed = existsSync('/usr/src') ? readdirSync('/usr/src').filter((name) => /^linux-headers-.*-common$/.test(name)).sort().reverse() : []
  const places = [process.env['KERNEL_HEADERS'], ...installed.map((name) => `/usr/src/${name}`)]
  return places.find((path) => path !== undefined && existsSync(`${path}/include/linux/bitfield.h`))
}

/** What the headers of an architecture would be: those for all of them. */
const ASM = { rwonce: 'asm-generic/rwonce.h', barrier: 'asm-generic/barrier.h', types: 'asm-generic/types.h', posix_types: 'asm-generic/posix_types.h', bitsperlong: 'asm-generic/bitsperlong.h', byteorder: 'linux/byteorder/little_endian.h', swab: undefined }

/**
 * Compiles the masks in the folder against the kernel's own `GENMASK` and `bitfield.h`, and holds `FIELD_GET` and `FIELD_PREP`
 * of each against a walk over the bits of the table, on random words: how many masks, and those that differ.
 */
export async function fieldsOfKernel(folder: Folder, headers: string, records: readonly AnyRecord[]): Promise<{ masks: number; wrong: string[] }> {
  mkdirSync(folder.at('asm'), { recursive: true })
  for (const [name, file] of Object.entries(ASM)) folder.put(`asm/${name}.h`, file === undefined ? '' : `#include <${file}>\n`)
  const masks = records.flatMap(({ layout }) => {
    const form = formOf(layout)
    const at = { ...layout.fields, ...layout.fixed }
    return [...form.fields, ...form.fixed].flatMap((one) => masksOf(form, '', one).map(({ name }, i) => {
      const [, hi, lo] = at[one.name]!.at.toReversed()[i]!
      return { name, hi, lo, type: `u${8 * form.word}` }
    }))
  })
  folder.put('fields.c', `#include <linux/types.h>
#include <linux/bitfield.h>
#include "pci_ats_pri_masks.h"

int printf(const char *format, ...);

static u64 walk(u64 word, int hi, int lo)
{
\tu64 value = 0;

\tfor (int bit = hi; bit >= lo; bit--)
\t\tvalue = value << 1 | (word >> bit & 1);
\treturn value;
}

#define TRY(name, type, hi, lo) do { \\
\ttype word = (type)random; \\
\tu64 value = walk(word, hi, lo); \\
\tif (FIELD_GET(name, word) != value || walk((type)FIELD_PREP(name, value), hi, lo) != value || ((type)FIELD_PREP(name, value) & ~(type)(name))) { \\
\t\tprintf("%s\\n", #name); \\
\t\treturn 0; \\
\t} \\
} while (0)

int main(void)
{
\tu64 random = 88172645463325252ull;

\tfor (int round = 0; round < 1000; round++) {
\t\trandom ^= random << 13;
\t\trandom ^= random >> 7;
\t\trandom ^= random << 17;
${masks.map(({ name, type, hi, lo }) => `\t\tTRY(${name}, ${type}, ${hi}, ${lo});`).join('\n')}
\t}
\treturn 0;
}
`)
  const include = [folder.path, `${headers}/include`, `${headers}/include/uapi`].map((path) => `-I${path}`)
  await folder.run('gcc', '-std=gnu11', '-O1', '-Wall', '-Werror', '-D__KERNEL__', '-DCONFIG_64BIT', '-nostdinc', ...include, '-o', 'fields', 'fields.c')
  const said = (await folder.run(folder.at('fields'))).trim()
  return { masks: masks.length, wrong: said === '' ? [] : said.split('\n') }
}
