/* The types that include/linux/iommu.h of Linux 6.12 needs, for `audit` outside of its tree: give this file before it, and with -I a folder of empty files for what it includes. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
typedef uint8_t u8; typedef uint16_t u16; typedef uint32_t u32; typedef uint64_t u64;
typedef uint64_t phys_addr_t, dma_addr_t; typedef unsigned gfp_t;
struct list_head { void *next, *prev; };
struct mutex { int x; };
struct work_struct { int x; };
struct sg_table { void *sgl; unsigned orig_nents; };
enum { GFP_KERNEL, EINVAL, ENODEV, EOPNOTSUPP };
void *ERR_PTR(long error);
