import type { AuditMapping, Item } from './mapping.ts'

/**
 * The C program that prints what the headers say, a line for each item: its number, and bytes or numbers.
 * @param headers the text that brings their names: `#include` lines, or their macros alone
 */
export function auditProgram({ includes = [] }: AuditMapping, headers: string, items: readonly Item[]): string {
  return `#include <stdint.h>
#include <stdio.h>
#include <string.h>
${includes.map((file) => `#include <${file}>\n`).join('')}${SHIMS}${headers}

static void dump(int number, const void *at, size_t size)
{
    const unsigned char *p = at;

    printf("%d ", number);
    while (size--)
        printf("%02x", *p++);
    puts("");
}

int main(void)
{
    (void)dump;
${items.map(statement).join('\n')}
    return 0;
}
`
}

/** What headers of the kernel use and do not bring. */
export const SHIMS = `#ifndef GENMASK
#define GENMASK(h, l) (~0ull >> (63 - (h)) & ~0ull << (l))
#endif
#ifndef GENMASK_ULL
#define GENMASK_ULL(h, l) GENMASK(h, l)
#endif
#ifndef BIT
#define BIT(n) (1ull << (n))
#endif
#ifndef BIT_ULL
#define BIT_ULL(n) BIT(n)
#endif
#ifndef IS_ENABLED
#define IS_ENABLED(option) 0
#endif
`

/** The types that macros of the kernel name, for those that are read without their header. */
export const TYPES = ['u8', 'u16', 'u32', 'u64'].map((name) => `typedef uint${name.slice(1)}_t ${name};\n`).join('')

function statement(item: Item, i: number): string {
  const print = (value: string): string => `printf("${i} %llx\\n", (unsigned long long)(${value}));`
  switch (item.kind) {
    case 'mask':
    case 'shift':
    case 'get':
    case 'put': {
      const calls = item.kind === 'get' || item.kind === 'put'
      const value = calls ? `${item.name}(1ull << b)` : item.name
      const asked = `for (int b = 0; b < ${calls ? 64 : 1}; b++) printf(" %llx", (unsigned long long)(${value}));`
      const at = item.at === undefined ? '' : ` printf(" %llx", (unsigned long long)(${item.at}));`
      return `#ifdef ${item.name}\n    printf("${i}"); ${asked}${at} puts("");\n#else\n    puts("${i} absent");\n#endif`
    }
    case 'code':
      return `    ${print(item.name)}`
    case 'size':
      return `    ${print(`sizeof(${item.type})`)}`
    case 'member':
      return `    ${dumpOf(item.type, item.name, i)}`
  }
}

/** What prints an object of a type whose member is all ones, and everything else zeros. */
export function dumpOf(type: string, member: string, number: number): string {
  return `{ ${type} s; memset(&s, 0, sizeof s); s.${member} = -1; dump(${number}, &s, sizeof s); }`
}
