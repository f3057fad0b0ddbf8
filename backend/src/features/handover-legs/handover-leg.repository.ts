import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { Connection } from 'mongoose';
import { recordsIn } from '../../lifecycle';
import { taskModel } from '../../tasks';
import { type HandoverLeg, machine } from './handover-leg';

const kind = 'HANDOVER_LEG' as const;
/** A county has some dozens at a time. */
const readAtMost = 500;
const open = openStates(machine);

/** Reads of handovers; they are written by `handoverLegs`. */
export function handoverLegRepository(connection: Connection) {
  const { collection } = taskModel(connection);
  const records = recordsIn<HandoverLeg>(collection);
  return {
    byId: (county: string, id: string) => records.findOne({ _id: id, county, kind }),
    openIn: (county: string, areas: readonly string[]): Promise<HandoverLeg[]> =>
      records
        .find({ county, scope: { $in: [...areas] }, kind, state: { $in: open } })
        .limit(readAtMost)
        .toArray(),
    /** Open ones in somebody's hands, wherever they lie: a runner may come from a neighbouring grid. */
    heldBy: (county: string, person: string): Promise<HandoverLeg[]> =>
      records
        .find({ county, 'assignment.assignee': person, state: { $in: open }, kind })
        .limit(readAtMost)
        .toArray(),
    /** Open ones of a delivery, which lie where it lies. */
    openOf: async (county: string, area: string, delivery: string): Promise<HandoverLeg[]> => {
      const here = records.find({ county, scope: area, kind, state: { $in: open } }).limit(readAtMost);
      return (await here.toArray()).filter(({ detail }) => detail.delivery === delivery);
    },
  };
}
