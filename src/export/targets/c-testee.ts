import type { Form } from '../form.ts'
import { valueWidth } from '../form.ts'
import type { Names } from '../options.ts'

/** A C program that answers the questions of `conformance` through the header beside it. */
export function cTestee(forms: readonly Form[], names: Names, head: readonly string[]): string {
  return `/*
${head.map((line) => ` * ${line}`).join('\n')}
 * Answers the questions of \`pci-ats-pri conformance\`: cc -o testee ${names.file}_testee.c
 */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "${names.file}.h"

static uint8_t bytes[4096];
static size_t size;
static bool misfit;

static bool read_bytes(const char *hex)
{
    size = 0;
    if (strcmp(hex, "-") == 0)
        return true;
    for (; hex[0] != 0 && hex[1] != 0 && size < sizeof bytes; hex += 2) {
        unsigned int byte;

        if (sscanf(hex, "%2x", &byte) != 1)
            return false;
        bytes[size++] = (uint8_t)byte;
    }
    return *hex == 0;
}

/* The number after \`name=\`; a number that the C type cannot hold is no question to this header. */
static uint64_t read_value(char **rest, const char *name, uint64_t most)
{
    char *word = strtok_r(NULL, " ", rest);
    size_t length = strlen(name);
    uint64_t value = 0;

    errno = 0;
    if (word != NULL && strncmp(word, name, length) == 0 && word[length] == '=')
        value = strtoull(word + length + 1, NULL, 0);
    else
        misfit = true;
    if (errno != 0 || value > most)
        misfit = true;
    return value;
}

static void refuse(const char *number, enum ${names.own}status status, const char *bad)
{
    static const char *const texts[] = { "ok", "truncated", "fixed", "reserved", "range" };

    printf("%s error %s%s%s\\n", number, texts[status], bad ? " " : "", bad ? bad : "");
}

${forms.map((form) => recordPart(form, names)).join('\n')}
int main(void)
{
    static char line[65536];

    setvbuf(stdout, NULL, _IOLBF, 0);
    while (fgets(line, sizeof line, stdin) != NULL) {
        char *rest = NULL;
        char *number, *op, *record;

        line[strcspn(line, "\\r\\n")] = 0;
        number = strtok_r(line, " ", &rest);
        op = strtok_r(NULL, " ", &rest);
        record = strtok_r(NULL, " ", &rest);
        misfit = false;
        if (number == NULL || op == NULL)
            continue;
        if (strcmp(number, "hello") == 0) {
            fputs("hello 1 name=${names.file}.h ops=decode,encode records=", stdout);
            puts("${forms.map(({ id }) => id).join(',"\n                 "')}");
        } else if (record == NULL) {
            printf("%s skip no record\\n", number);
${forms.map(({ id, name }) => `        } else if (strcmp(record, "${id}") == 0) {\n            ask_${name}(number, op, &rest);`).join('\n')}
        } else {
            printf("%s skip no such record\\n", number);
        }
    }
    return 0;
}
`
}

function recordPart({ name, fields }: Form, { own, record }: Names): string {
  const id = `${record}${name}`
  const OK = `${own.toUpperCase()}OK`
  const most = (field: (typeof fields)[number]): string => {
    const width = valueWidth(field)
    return field.as === 'flag' ? '1' : `UINT${width <= 8 ? 8 : width <= 16 ? 16 : width <= 32 ? 32 : 64}_MAX`
  }
  const cast = (field: (typeof fields)[number]): string => {
    const width = valueWidth(field)
    return field.as === 'flag' ? 'value != 0' : `(uint${width <= 8 ? 8 : width <= 16 ? 16 : width <= 32 ? 32 : 64}_t)value`
  }
  return `static void ask_${name}(const char *number, const char *op, char **rest)
{
    struct ${id} message;
    const char *bad = NULL;
    enum ${own}status status;

    memset(&message, 0, sizeof message);
    if (strcmp(op, "decode") == 0) {
        const char *mode = strtok_r(NULL, " ", rest);
        const char *hex = strtok_r(NULL, " ", rest);

        if (mode == NULL || hex == NULL || !read_bytes(hex)) {
            printf("%s skip no bytes\\n", number);
            return;
        }
        status = ${id}_decode(bytes, size, strcmp(mode, "strict") == 0, &message, &bad);
        if (status != ${OK}) {
            refuse(number, status, bad);
            return;
        }
        printf("%s ok", number);
${fields.map(({ name: field, member }) => `        printf(" ${field}=0x%" PRIx64, (uint64_t)message.${member});`).join('\n')}
        puts("");
    } else {
${fields.length > 0 ? '        uint64_t value;\n' : ''}        size_t i;

${fields.map((field) => `        value = read_value(rest, "${field.name}", ${most(field)});\n        message.${field.member} = ${cast(field)};`).join('\n')}
        if (misfit) {
            printf("%s skip its C type cannot hold the value\\n", number);
            return;
        }
        status = ${id}_encode(&message, bytes, sizeof bytes, &bad);
        if (status != ${OK}) {
            refuse(number, status, bad);
            return;
        }
        printf("%s ok ", number);
        for (i = 0; i < ${id.toUpperCase()}_SIZE; i++)
            printf("%02x", bytes[i]);
        puts("");
    }
}
`
}
