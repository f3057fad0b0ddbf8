/** A moment of these stories. */
export const at = '2026-11-24T06:00:00.000Z';
export const siteId = `141122-${'51'.padEnd(26, '0')}`;
const counts = { clean: 2, reserved: 1, occupied: 1, sampled: 0, cleaning: 0, outOfUse: 0 };

/** A site as the server lists it. */
export const siteRow = (change: object = {}) => ({
  ...{ id: siteId, name: '卦山隔离点', state: 'OPEN', revision: 0, area: '141122100001-g01-b90', areaName: '卦山楼' },
  ...{ threshold: 3, rooms: 4, counts, arriving: 2, isLow: false, actions: [] },
  ...change,
});

/** A clean room, or one as told. */
export const room = (label: string, change: object = {}) => ({
  ...{ id: `141122-${label.padEnd(26, 'r')}`, site: siteId, label, state: 'CLEAN', revision: 4, since: at },
  actions: ['reserve', 'takeOutOfUse'],
  ...change,
});

/** Somebody who lives there until a day. */
export const guest = (endsAt: string, mayLeave = false) => ({
  guest: { episode: `141122-${'e9'.padEnd(26, '0')}`, nameMasked: '薛**', endsAt, mayLeave },
});

/** The same with its rooms: one who comes, one who lives there, two clean. */
export const siteView = (change: object = {}) => ({
  ...siteRow(),
  roomList: [
    room('201', {
      ...{ state: 'RESERVED', expectedAt: '2026-11-24T08:20:00.000Z', dueAt: '2026-11-24T09:00:00.000Z', heads: 2 },
      ...{ actions: ['unreserve', 'keepLonger', 'occupy'], ...guest('2026-12-01T06:00:00.000Z') },
    }),
    room('202', { state: 'OCCUPIED', actions: ['sample', 'moveOut'], ...guest('2098-11-30T06:00:00.000Z') }),
    room('203'),
    room('204'),
  ],
  ...change,
});
