/*
 * The Linux structs of page requests and page responses, declared afresh for
 * the tests: only names, types and order of members follow the kernel. The
 * compiler alone places the bytes and bits, so the offsets found in its output
 * are evidence about the ABI and not a second copy of the codec's tables.
 *
 * No system header is included: a cross compiler without a C library will do.
 */
#ifndef ORACLE_LINUX_H
#define ORACLE_LINUX_H

typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long long u64;

/*
 * Linux's __aligned_le64 is a plain integer that a checker keeps apart. Here the
 * compiler itself stores such a member little-endian, so that it gives the bytes.
 */
struct le64 {
	u64 value;
} __attribute__((scalar_storage_order("little-endian")));

/* 32-bit x86 aligns u64 to 4 bytes, which moves members of several structs. */
_Static_assert(sizeof(void *) == 8, "the oracle is about 64-bit targets");

/* ---- include/linux/iommu.h of the 2017 series by Jacob Pan, v3 ---- */

enum page_response_type {
	IOMMU_PAGE_STREAM_RESP = 1,
	IOMMU_PAGE_GROUP_RESP = 2,
};

struct page_response_msg {
	u64 addr;
	u32 pasid;
	u32 resp_code : 4;
	u32 pasid_present : 1;
	u32 page_req_group_id : 9;
	enum page_response_type type;
	u32 private_data;
};

/* The UAPI of 5.3 took over the names and values of this enum. */
enum iommu_fault_type {
	IOMMU_FAULT_DMA_UNRECOV = 1,
	IOMMU_FAULT_PAGE_REQ = 2,
};

/* Value names are not needed here; what counts is an enum as the member's type. */
enum iommu_fault_reason {
	ORACLE_FAULT_REASON_FIRST = 0,
	ORACLE_FAULT_REASON_LAST = 6,
};

struct iommu_fault_event {
	enum iommu_fault_type type;
	enum iommu_fault_reason reason;
	u64 addr;
	u32 pasid;
	u32 page_req_group_id : 9;
	u32 last_req : 1;
	u32 pasid_valid : 1;
	u32 prot;
	u64 device_private;
	u64 iommu_private;
};

/* ---- include/uapi/linux/iommu.h, Linux 5.3 to 6.8 ---- */

struct iommu_fault_unrecoverable {
	u32 reason;
	u32 flags;
	u32 pasid;
	u32 perm;
	u64 addr;
	u64 fetch_addr;
};

struct iommu_fault_page_request {
	u32 flags;
	u32 pasid;
	u32 grpid;
	u32 perm;
	u64 addr;
	u64 private_data[2];
};

struct iommu_fault {
	u32 type;
	u32 padding;
	union {
		struct iommu_fault_unrecoverable event;
		struct iommu_fault_page_request prm;
		u8 padding2[56];
	};
};

/*
 * Linux 5.3 to 5.9. The kernel calls it struct iommu_page_response in every
 * version; the suffix is ours, because C allows one struct of that name.
 */
struct iommu_page_response_v5_3 {
	u32 version;
	u32 flags;
	u32 pasid;
	u32 grpid;
	u32 code;
};

/* Linux 5.10 to 6.8. */
struct iommu_page_response {
	u32 argsz;
	u32 version;
	u32 flags;
	u32 pasid;
	u32 grpid;
	u32 code;
};

/* ---- include/uapi/linux/iommufd.h, Linux 6.11 and later ---- */

struct iommu_hwpt_pgfault {
	u32 flags;
	u32 dev_id;
	u32 pasid;
	u32 grpid;
	u32 perm;
	u32 __reserved;
	u64 addr;
	u32 length;
	u32 cookie;
};

struct iommu_hwpt_page_response {
	u32 cookie;
	u32 code;
};

/* ---- include/linux/iommu.h, Linux 6.10 and later (the response: 6.9) ---- */

/* IOMMU_FAULT_PAGE_REQ; the name is taken above, with the value that it had. */
#define ORACLE_FAULT_PAGE_REQ_6_10 1

struct iommu_fault_v6_10 {
	u32 type;
	struct iommu_fault_page_request prm;
};

struct iommu_page_response_v6_10 {
	u32 pasid;
	u32 grpid;
	u32 code;
};

/* ---- include/uapi/linux/iommufd.h, virtual IOMMUs ---- */

struct iommufd_vevent_header {
	u32 flags;
	u32 sequence;
};

struct iommu_vevent_arm_smmuv3 {
	struct le64 evt[4];
};

struct iommu_viommu_arm_smmuv3_invalidate {
	struct le64 cmd[2];
};

#endif
