import { type CutSeen, wrongWithCut } from './power-cut';

const fine: CutSeen = { devices: 1_500, grouped: 1, silent: 1_500, silentAfter: 0, single: 0 };

test.each<[string, Partial<CutSeen>, number]>([
  ['one alert with everybody in it, and everybody back', {}, 0],
  ['no alert at all', { grouped: 0, silent: 0 }, 2],
  ['two alerts', { grouped: 2 }, 1],
  ['one alert that leaves somebody out', { silent: 1_499 }, 1],
  ['somebody stays silent in it', { silentAfter: 1 }, 1],
  ['doors that alert by themselves', { single: 3 }, 1],
])('%s', (_what, change, faults) => {
  expect(wrongWithCut({ ...fine, ...change })).toHaveLength(faults);
});
