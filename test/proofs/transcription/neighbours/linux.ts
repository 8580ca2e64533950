import { inBothOrders, record, type Transcription } from '../wire.ts';

export const linux: Record<string, Transcription> = {
  ...inBothOrders({
    'linux.hwpt-vtd-s1-invalidate': (order) => record(order, 24, [['addr', 64]], [['npages', 64]], [['flags', 32]], [['reserved', 32]]),
  }),
  'linux.vevent-tegra241-cmdqv': record('little', 16, [['errorMap0', 64]], [['errorMap1', 64]]),
};
