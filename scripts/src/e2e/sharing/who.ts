import { type SampleHousehold, sampleCounty } from '@grid-relief/backend/src/sample-county';
import { getDelivery, myDeliveries } from '@grid-relief/shared-types/deliveries/delivery.contract';
import type { DeliveryRow } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { RecordId } from '@grid-relief/shared-types/primitives/ids';
import { volunteerMe } from '@grid-relief/shared-types/volunteers/volunteer.contract';
import { sampleSeed } from '../../seed';
import { asking, neighbour, type Stage, told } from '../people';
import { holdsSoon, persistently } from '../persistently';

const county = () => sampleCounty({ size: 'small', seed: sampleSeed, now: new Date() });

/** Needs for which a request is brought alone and at once, and waits for no run (handbook 4.3). */
const urgentNeeds: readonly string[] = ['ELDER_ALONE', 'PREGNANT', 'INFANT', 'DISABLED'];
/** Of an area's name, the part that names its grid. */
const gridLength = '141122100001-g01'.length;

/** Homes of this phone's grid that nobody of these stories lives in, each with a phone of its own. */
function otherHomes(near: string): SampleHousehold[] {
  const homes = [...county().households()];
  const grid = homes.find(({ phone }) => phone === near)?.area.slice(0, gridLength) ?? '';
  return homes.filter(
    ({ area, phone, resident }) => area.startsWith(grid) && resident !== undefined && phone > '10000000099',
  );
}

const needsItSoon = ({ needs }: SampleHousehold) => needs.some((need) => urgentNeeds.includes(need));

/** Whoever lives in the story's grid and needs things soon, the nth of them; their phone. @throws when nobody does */
export function homeInNeed(nth = 0): string {
  const found = otherHomes(neighbour).filter(needsItSoon)[nth];
  if (!found) throw new Error('nobody in the grid of the story needs anything soon');
  return found.phone;
}

/** Another home of this phone's grid, whose groceries can wait, the nth of them. @throws when everybody needs them soon */
export function homeThatCanWait(nth = 0, near: string = neighbour): string {
  const found = otherHomes(near).filter((home) => !needsItSoon(home) && !home.inQuarantine)[nth];
  if (!found) throw new Error('everybody in the grid of the story needs things soon');
  return found.phone;
}

/** Somebody on duty who works where this volunteer does. @throws when nobody else does */
export async function colleagueOf(stage: Stage, phone: string): Promise<string> {
  const { volunteers } = county();
  const own = volunteers.find((one) => one.phone === phone);
  for (const one of volunteers) {
    if (one === own || one.area !== own?.area || one.loop !== own.loop) continue;
    const person = await asking(stage, one.phone);
    if ((await told(() => person.call(volunteerMe))).onDuty) return one.phone;
  }
  throw new Error(`${phone} has no colleague on duty`);
}

/** The request of this kind that a home has under way, as its own phone lists it. */
export async function requestOf(stage: Stage, home: string, kind: string): Promise<DeliveryRow> {
  const person = await asking(stage, home);
  return persistently(async () => {
    const { items } = await told(() => person.call(myDeliveries, { query: { open: 'yes' } }));
    const found = items.find((row) => row.kind === kind);
    if (!found) throw new Error(`${home} has no ${kind} under way`);
    return found;
  });
}

/** True when the server tells this person that there is no such request. */
export async function isKeptFrom(stage: Stage, phone: string, id: string): Promise<boolean> {
  const person = await asking(stage, phone);
  return holdsSoon(async () => {
    const answer = await person.call(getDelivery, { params: { id: RecordId.parse(id) } });
    return !answer.ok && answer.status === 404;
  });
}
