import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { makeId } from '@grid-relief/shared-types/primitives/ids';
import type { Connection } from 'mongoose';
import type { Delivery, DeliveryDetail } from '../src/features/deliveries/delivery';
import type { OpenHousehold } from '../src/features/households';
import type { NewPerson } from '../src/features/identity';
import { newVolunteer, type VolunteerRecord } from '../src/features/volunteers';
import { beginRecord } from '../src/lifecycle';
import { taskModel } from '../src/tasks';

/** Invented records of one county, in the sizes that the measurements need. */
export const county = '141122';
/** The grid of everything that names no other. */
export const grid = areaId('141122100201-g01');
export const newId = () => makeId(county, Date.now(), Math.random);
export const gridNumber = (number: number) => areaId(`141122100201-g${String(number + 1).padStart(2, '0')}`);

const dayMs = 24 * 60 * 60 * 1000;

/** Ten lines, as a weekly shop has them; names repeat. */
const line = (number: number): DeliveryDetail['lines'][number] => ({
  line: `line${number}`,
  name: '大米 5 公斤',
  unit: '袋',
  quantity: 1,
  substitution: { rule: 'SIMILAR', maxExtraPercent: 20 },
  estimateFen: 2_990,
  cold: false,
  weightGrams: 5_000,
  outcome: 'OPEN',
});

/** A grocery request that waits for somebody to take it. */
export function openTask(household: string, area = grid): Delivery {
  const now = new Date();
  const own = { county, kind: 'DELIVERY', variant: 'GROCERY', state: 'TRIAGED', household } as const;
  const record = beginRecord({ _id: newId(), ...own, area, scope: scopeOf(area) }, [], now);
  const detail: DeliveryDetail = {
    ...{ mode: 'DOOR', zone: 'NONE', code: 'A17', askedBy: household, draftHash: 'x', flags: [] },
    ...{ lines: Array.from({ length: 10 }, (_, number) => line(number)), estimateFen: 29_900, payMode: 'FREE' },
    remarks: [],
  };
  const task = { ...record, priority: 2, createdAt: now, waitingSince: now, detail };
  return task as unknown as Delivery; // `beginRecord` is wider than one kind
}

/** Stores open tasks in batches and answers their ids. */
export async function fill(
  connection: Connection,
  count: number,
  make: (number: number) => Delivery = () => openTask(newId()),
): Promise<string[]> {
  const { collection } = taskModel(connection);
  const ids: string[] = [];
  for (let done = 0; done < count; done += 1_000) {
    const batch = Array.from({ length: Math.min(1_000, count - done) }, (_, number) => make(done + number));
    ids.push(...batch.map(({ _id }) => _id));
    await collection.insertMany(batch as never[], { ordered: false }); // typed by the schema, not by the driver
  }
  // SecantusDB puts in order what came in bulk before it answers the next read: 4.5 s after 100,000, and no part of what is measured
  await collection.findOne({ _id: ids[0] as never }, { projection: { _id: 1 } }); // our ids are strings
  return ids;
}

/** A volunteer of the grid with room for any number of tasks: the seats are written, never full. */
export function volunteer(
  number: number,
  area = areaId(county),
  seatLimit = 1_000,
): { person: NewPerson; record: VolunteerRecord } {
  const id = newId();
  const now = new Date();
  const phone = `1000000${String(number).padStart(4, '0')}`;
  const grants = [{ role: 'VOLUNTEER', area } as const];
  const enrolment = { person: id, county, area: grid, team: 'VETERAN', skills: [], ppe: 2, seatLimit } as const;
  return {
    person: { id, county, name: '王某某', phone, grants, households: [] },
    record: newVolunteer({ ...enrolment, dutyUntil: new Date(now.getTime() + dayMs) }, now),
  };
}

export function household(number: number): OpenHousehold {
  return {
    ...{ _id: newId(), county, area: grid, doorCode: `03-1-0${400 + number}`, needs: [], inQuarantine: false, size: 2 },
    ...{ contactName: '李某某', phone: `1000000${String(9_000 + number)}` },
    address: { compound: '样例小区', building: '3号楼', unit: '1单元', floor: 4, room: '402' },
  };
}
