import type { AuditMapping, Item } from './mapping.ts'

/** The C program that prints what the header says, a line for each item: its number, and bytes or a number. */
export function auditProgram({ includes = [] }: AuditMapping, headers: readonly string[], items: readonly Item[]): string {
  const lines = items.map((item, i) => {
    switch (item.kind) {
      case 'mask':
      case 'shift':
        return `#ifdef ${item.name}\n    printf("${i} %llx\\n", (unsigned long long)(${item.name}));\n#else\n    puts("${i} absent");\n#endif`
      case 'code':
        return `    printf("${i} %llx\\n", (unsigned long long)(${item.name}));`
      case 'size':
        return `    printf("${i} %llx\\n", (unsigned long long)sizeof(${item.type}));`
      case 'member':
        return `    { ${item.type} s; memset(&s, 0, sizeof s); s.${item.name} = -1; dump(${i}, &s, sizeof s); }`
    }
  })
  return `#include <stdint.h>
#include <stdio.h>
#include <string.h>
${includes.map((file) => `#include <${file}>`).join('\n')}
#ifndef GENMASK
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
${headers.map((file) => `#include ${JSON.stringify(file)}`).join('\n')}

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
${lines.join('\n')}
    return 0;
}
`
}
