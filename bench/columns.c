/*
 * Columns in C: the same loop as `columns`, strict, for the records of the bench; and a plain copy of the same bytes.
 *
 *   columns RECORD INPUT check OUTPUT   writes the columns, one after the other, to OUTPUT
 *   columns RECORD INPUT loop|copy      answers each line on standard input with the nanoseconds of one pass
 *
 * Loads go through memcpy, which compiles to plain loads and needs no alignment. Each loop ORs what must be 0 and is not;
 * were that not 0 in the end, the bad records would be looked for, as `columns` does.
 */
#define _POSIX_C_SOURCE 199309L
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MAX_COLUMNS 15

/* Large arrays of calloc begin at the same place of a page, and take each other's place in the cache: up to five times slower. */
#define STAGGER 320

static inline uint32_t le32(const uint8_t *p) {
  uint32_t w;
  memcpy(&w, p, 4);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  w = __builtin_bswap32(w);
#endif
  return w;
}

static inline uint64_t le64(const uint8_t *p) {
  return (uint64_t)le32(p + 4) << 32 | le32(p);
}

static inline uint32_t be32(const uint8_t *p) {
  return __builtin_bswap32(le32(p));
}

#define COLUMN(type, name, n) type *restrict name = out[n]

static uint32_t page_request(const uint8_t *restrict in, size_t count, void *const *out) {
  COLUMN(uint8_t, pasid_present, 0);
  COLUMN(uint16_t, rid, 1);
  COLUMN(uint32_t, pasid, 2);
  COLUMN(uint8_t, execute, 3);
  COLUMN(uint8_t, privileged, 4);
  COLUMN(uint8_t, read, 5);
  COLUMN(uint8_t, write, 6);
  COLUMN(uint8_t, last, 7);
  COLUMN(uint16_t, prg_index, 8);
  COLUMN(uint64_t, address, 9);
  uint64_t bad = 0;
  for (size_t i = 0; i < count; i++) {
    const uint8_t *p = in + 32 * i;
    uint32_t a = le32(p), b = le32(p + 4);
    uint64_t q1 = le64(p + 8);
    bad |= ((a & 0xfeff) ^ 1) | (b & 0xffc00000) | le64(p + 16) | le64(p + 24);
    pasid_present[i] = a >> 8 & 1;
    rid[i] = a >> 16;
    pasid[i] = b & 0xfffff;
    execute[i] = b >> 20 & 1;
    privileged[i] = b >> 21 & 1;
    read[i] = q1 & 1;
    write[i] = q1 >> 1 & 1;
    last[i] = q1 >> 2 & 1;
    prg_index[i] = q1 >> 3 & 0x1ff;
    address[i] = q1 & ~UINT64_C(0xfff);
  }
  return bad != 0;
}

static uint32_t page_group_response(const uint8_t *restrict in, size_t count, void *const *out) {
  COLUMN(uint8_t, pasid_present, 0);
  COLUMN(uint8_t, resp_code, 1);
  COLUMN(uint16_t, rid, 2);
  COLUMN(uint32_t, pasid, 3);
  COLUMN(uint16_t, prg_index, 4);
  COLUMN(uint8_t, last, 5);
  uint64_t bad = 0;
  for (size_t i = 0; i < count; i++) {
    const uint8_t *p = in + 32 * i;
    uint32_t a = le32(p), b = le32(p + 4);
    uint64_t q1 = le64(p + 8);
    bad |= ((a & 0xfef) ^ 9) | (b & 0xfff00000) | (q1 & ~UINT64_C(0xffc)) | le64(p + 16) | le64(p + 24);
    pasid_present[i] = a >> 4 & 1;
    resp_code[i] = a >> 12 & 0xf;
    rid[i] = a >> 16;
    pasid[i] = b & 0xfffff;
    prg_index[i] = q1 >> 3 & 0x1ff;
    last[i] = q1 >> 2 & 1;
  }
  return bad != 0;
}

#define HEADER                  \
  COLUMN(uint8_t, t9, 0);       \
  COLUMN(uint8_t, tc, 1);       \
  COLUMN(uint8_t, t8, 2);       \
  COLUMN(uint8_t, attr, 3);     \
  COLUMN(uint8_t, ln, 4);       \
  COLUMN(uint8_t, th, 5);       \
  COLUMN(uint8_t, td, 6);       \
  COLUMN(uint8_t, ep, 7);       \
  COLUMN(uint16_t, requester, 8); \
  COLUMN(uint8_t, tag, 9)

#define HEADER_OF(a, b)                      \
  t9[i] = a >> 23 & 1;                       \
  tc[i] = a >> 20 & 7;                       \
  t8[i] = a >> 19 & 1;                       \
  attr[i] = (a >> 16 & 4) | (a >> 12 & 3);   \
  ln[i] = a >> 17 & 1;                       \
  th[i] = a >> 16 & 1;                       \
  td[i] = a >> 15 & 1;                       \
  ep[i] = a >> 14 & 1;                       \
  requester[i] = b >> 16;                    \
  tag[i] = b >> 8 & 0xff

static uint32_t page_request_tlp(const uint8_t *restrict in, size_t count, void *const *out) {
  HEADER;
  COLUMN(uint64_t, address, 10);
  COLUMN(uint16_t, prg_index, 11);
  COLUMN(uint8_t, last, 12);
  COLUMN(uint8_t, write, 13);
  COLUMN(uint8_t, read, 14);
  uint32_t bad = 0;
  for (size_t i = 0; i < count; i++) {
    const uint8_t *p = in + 16 * i;
    uint32_t a = be32(p), b = be32(p + 4), c = be32(p + 8), d = be32(p + 12);
    bad |= ((a & 0xff000fff) ^ 0x30000000) | ((b & 0xff) ^ 4);
    HEADER_OF(a, b);
    address[i] = (uint64_t)c << 32 | (d & 0xfffff000);
    prg_index[i] = d >> 3 & 0x1ff;
    last[i] = d >> 2 & 1;
    write[i] = d >> 1 & 1;
    read[i] = d & 1;
  }
  return bad;
}

static uint32_t prg_response_tlp(const uint8_t *restrict in, size_t count, void *const *out) {
  HEADER;
  COLUMN(uint16_t, destination, 10);
  COLUMN(uint8_t, resp_code, 11);
  COLUMN(uint16_t, prg_index, 12);
  uint32_t bad = 0;
  for (size_t i = 0; i < count; i++) {
    const uint8_t *p = in + 16 * i;
    uint32_t a = be32(p), b = be32(p + 4), c = be32(p + 8);
    bad |= ((a & 0xff000fff) ^ 0x32000000) | ((b & 0xff) ^ 5) | (c & 0xe00) | be32(p + 12);
    HEADER_OF(a, b);
    destination[i] = c >> 16;
    resp_code[i] = c >> 12 & 0xf;
    prg_index[i] = c & 0x1ff;
  }
  return bad;
}

static uint32_t page_response_msg(const uint8_t *restrict in, size_t count, void *const *out) {
  COLUMN(uint64_t, addr, 0);
  COLUMN(uint32_t, pasid, 1);
  COLUMN(uint8_t, resp_code, 2);
  COLUMN(uint8_t, pasid_present, 3);
  COLUMN(uint16_t, group, 4);
  COLUMN(uint32_t, type, 5);
  COLUMN(uint32_t, private_data, 6);
  uint32_t bad = 0;
  for (size_t i = 0; i < count; i++) {
    const uint8_t *p = in + 24 * i;
    uint32_t w = le32(p + 12);
    bad |= w & 0xffffc000;
    addr[i] = le64(p);
    pasid[i] = le32(p + 8);
    resp_code[i] = w & 0xf;
    pasid_present[i] = w >> 4 & 1;
    group[i] = w >> 5 & 0x1ff;
    type[i] = le32(p + 16);
    private_data[i] = le32(p + 20);
  }
  return bad;
}

static const struct {
  const char *id;
  size_t bytes;
  uint32_t (*loop)(const uint8_t *restrict, size_t, void *const *);
  /* size in bytes of each column */
  uint8_t sizes[MAX_COLUMNS];
} records[] = {
  { "vtd.page-request", 32, page_request, { 1, 2, 4, 1, 1, 1, 1, 1, 2, 8 } },
  { "vtd.page-group-response", 32, page_group_response, { 1, 1, 2, 4, 2, 1 } },
  { "pcie.page-request", 16, page_request_tlp, { 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 8, 2, 1, 1, 1 } },
  { "pcie.prg-response", 16, prg_response_tlp, { 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 2, 1, 2 } },
  { "linux.page-response-msg", 24, page_response_msg, { 8, 4, 1, 1, 2, 4, 4 } },
};

static void fail(const char *what) {
  fprintf(stderr, "columns: %s\n", what);
  exit(1);
}

static uint8_t *load(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (!file) fail("cannot open the input");
  fseek(file, 0, SEEK_END);
  *length = ftell(file);
  rewind(file);
  uint8_t *bytes = malloc(*length);
  if (!bytes || fread(bytes, 1, *length, file) != *length) fail("cannot read the input");
  fclose(file);
  return bytes;
}

static int64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * INT64_C(1000000000) + t.tv_nsec;
}

int main(int argc, char **argv) {
  size_t length, record = 0;
  if (argc < 4) fail("usage: columns RECORD INPUT check|loop|copy [OUTPUT]");
  while (strcmp(records[record].id, argv[1])) {
    if (++record == sizeof records / sizeof *records) fail("no such record");
  }
  uint8_t *in = load(argv[2], &length);
  size_t count = length / records[record].bytes;
  void *out[MAX_COLUMNS] = { 0 };
  for (int n = 0; n < MAX_COLUMNS; n++) {
    if (records[record].sizes[n]) out[n] = (char *)calloc(count * records[record].sizes[n] + STAGGER * MAX_COLUMNS, 1) + STAGGER * n;
  }
  uint8_t *copy = calloc(length, 1);

  if (!strcmp(argv[3], "check")) {
    uint32_t bad = records[record].loop(in, count, out);
    FILE *file = fopen(argv[4], "wb");
    if (!file) fail("cannot open the output");
    for (int n = 0; n < MAX_COLUMNS; n++) {
      if (out[n]) fwrite(out[n], records[record].sizes[n], count, file);
    }
    fclose(file);
    return bad ? 2 : 0;
  }
  for (int line = getchar(); line != EOF; line = getchar()) {
    int64_t start = now();
    uint32_t bad = 0;
    if (!strcmp(argv[3], "copy")) {
      memcpy(copy, in, length);
      /* Read through, so that the copy cannot be left out. */
      bad = *(volatile uint8_t *)(copy + length - 1) != in[length - 1];
    } else {
      bad = records[record].loop(in, count, out);
    }
    printf("%lld\n", (long long)(now() - start));
    fflush(stdout);
    if (bad) fail("a bad record");
  }
  return 0;
}
