import { addHours, latest } from '@grid-relief/shared-types/primitives/instants';
import { rawEndOf } from '../day-counting.rules';
import type { Recount } from '../recount.rules';
import type { Fault } from './laws';
import * as laws from './recount-laws';

type Plant = Fault<laws.RecountRules>['plant'];

const recountFault =
  (change: (done: Recount, ...given: Parameters<laws.RecountRules['recount']>) => Recount): Plant =>
  ({ recount }) => ({ recount: (...given) => change(recount(...given), ...given) });
const withEnd = (done: Recount, endsAt: Date): Recount => ({
  ...done,
  newEnd: endsAt,
  count: done.count && {
    ...done.count,
    ...(done.count.recounted ? { recounted: { ...done.count.recounted, endsAt } } : {}),
  },
});
const someone = laws.countyHead;

const faults: Readonly<Record<string, readonly [Fault<laws.RecountRules>['foundBy'], Plant]>> = {
  'shortened to before the change': [
    laws.neverBack,
    recountFault((done, _episode, next) => (done.kind === 'SHORTENED' && next ? withEnd(done, rawEndOf(next)) : done)),
  ],
  'lengthened without anybody who answers for it': [
    laws.neverLonger,
    ({ recount }) => ({ recount: (episode, next, { at }) => recount(episode, next, { at, approvedBy: someone }) }),
  ],
  'never shortened': [
    laws.endAsSaid,
    recountFault((done) => (done.kind === 'SHORTENED' && done.oldEnd ? withEnd(done, done.oldEnd) : done)),
  ],
  'counted anew from the change': [
    laws.endAsSaid,
    ({ recount }) => ({
      recount: (episode, next, change) => recount(episode, next && { ...next, anchor: change.at }, change),
    }),
  ],
  'days that are past are missed': [
    laws.pastDays,
    recountFault((done) => {
      if (!done.count?.recounted) return done;
      const { at, endsAt } = done.count.recounted;
      return { ...done, count: { ...done.count, recounted: { at: addHours(at, -24 * 60), endsAt } } };
    }),
  ],
  'the day of the change is past too': [
    laws.daysToCome,
    recountFault((done) => {
      if (!done.count?.recounted) return done;
      const { at, endsAt } = done.count.recounted;
      return { ...done, count: { ...done.count, recounted: { at: addHours(at, 24), endsAt } } };
    }),
  ],
  'a second time begins again': [
    laws.twice,
    recountFault((done, _episode, next, { at }) => {
      if (done.kind !== 'UNCHANGED' || !next || !done.count) return done;
      return { ...done, count: { ...done.count, recounted: { at, endsAt: latest(rawEndOf(next), at) } } };
    }),
  ],
  'a longer rule comes true by waiting': [
    laws.twice,
    ({ recount }) => ({
      recount: (episode, next, change) => {
        const isOver = next !== undefined && rawEndOf(next) <= change.at;
        return recount(episode, next, isOver ? { ...change, approvedBy: someone } : change);
      },
    }),
  ],
  'ended because the new end has passed': [
    laws.gone,
    recountFault((done, _episode, _next, { at }) =>
      done.kind === 'SHORTENED' && done.newEnd && done.newEnd <= at ? { ...done, kind: 'ENDED' } : done,
    ),
  ],
};

/** Planted faults of recounting, with the law that must find each. */
export const recountFaults: Readonly<Record<string, Fault<laws.RecountRules>>> = Object.fromEntries(
  Object.entries(faults).map(([name, [foundBy, plant]]) => [name, { foundBy, plant }]),
);
