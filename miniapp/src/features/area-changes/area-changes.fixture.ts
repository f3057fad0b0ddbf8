export const id = (word: string) => `141122-${word.padEnd(26, '0')}`;
export const at = '2026-11-24T06:00:00.000Z';
const village = '141122100201';

/** A split of a grid that has been seen, as the server answers it. */
export const aChange = (more: object = {}) => ({
  ...{ id: id('c1'), kind: 'SPLIT', level: 'GRID', state: 'PREVIEWED', revision: 1, createdAt: at, timeline: [] },
  ...{ preparedBy: '范敏', words: '一个人跑不过来', actions: ['schedule', 'cancel'] },
  from: [{ area: `${village}-g03`, name: '三网格' }],
  into: [
    { area: `${village}-g07`, name: '东网格', parts: [{ area: `${village}-g03-b01`, name: '1号楼' }] },
    { area: `${village}-g08`, name: '西网格', parts: [{ area: `${village}-g03-b02`, name: '2号楼' }] },
  ],
  preview: {
    ...{ people: 212, households: 90, volunteers: 5, onDuty: 3, grants: [{ role: 'GRID_WORKER', count: 2, wider: 0 }] },
    work: [
      { kind: 'DELIVERY', held: 6, free: 7 },
      { kind: 'RUN', held: 0, free: 1 },
    ],
    into: [
      { area: `${village}-g07`, name: '东网格', people: 112, households: 50, free: 5 },
      { area: `${village}-g08`, name: '西网格', people: 100, households: 40, free: 3 },
    ],
  },
  ...more,
});

const place = (area: string, level: string, name: string) => ({
  id: area,
  level,
  name,
  path: [],
  zone: 'NONE',
  adjacent: [],
});

/** The tree below the county, asked for by parent; without one, the townships. */
export const placesBelow = ({ query }: { readonly query: Readonly<Record<string, string>> }) => {
  const below: Readonly<Record<string, object[]>> = {
    '': [place('141122100', 'TOWNSHIP', '天宁镇')],
    '141122100': [place(village, 'VILLAGE', '天宁社区')],
    [village]: [place(`${village}-g03`, 'GRID', '三网格'), place(`${village}-g04`, 'GRID', '四网格')],
    [`${village}-g03`]: [
      place(`${village}-g03-b01`, 'BUILDING', '1号楼'),
      place(`${village}-g03-b02`, 'BUILDING', '2号楼'),
    ],
  };
  return { items: below[query.parent ?? ''] ?? [] };
};
