import { addHours } from '@grid-relief/shared-types/primitives/instants';
import { ReturneeReportDraft } from '@grid-relief/shared-types/returnees/returnee.schema';
import { county, storyGrid } from './places';
import { type Chance, chanceOf } from './random';

/** A report of the demo, and the phone of the sample person who makes it. */
export interface SampleReport {
  readonly by: string;
  readonly draft: ReturneeReportDraft;
}

const [resident, neighbour, officer, screener] = ['10000000001', '10000000007', '10000000021', '10000000022'];
/** Streets of other cities, all invented. */
const faraway = ['上海市', '上海市', '样例区', '向阳街道'];
const quiet = ['甘肃省', '兰州市', '样例区'];
/** Ids of the demo's reports are drawn apart, so that nothing else of the county moves. */
const ownSeed = 7;

/**
 * A handful of people who come, so that every screen about them shows something: announced, at a hotel with a host, found at
 * a post, and found at a door. Pure.
 */
export function sampleReports(now: Date, household: string): SampleReport[] {
  const chance = chanceOf(ownSeed);
  const at = (hours: number) => addHours(now, hours).toISOString();
  const home = { kind: 'HOUSEHOLD', household };
  const host = { name: '样例建筑公司', phone: '10000000035' };
  const site = { kind: 'WORKSITE', area: storyGrid, place: '样例工地', responsibleHost: host };
  const door = { kind: 'HOUSEHOLD', area: storyGrid, place: '样例小区 5-2-301' };
  return [
    report(chance, resident, {
      ...{ foundBy: 'FAMILY', travellers: [somebody('王志强', 301)], plannedArrival: at(60), destination: home },
      ...{ stays: [{ place: faraway, from: at(-400) }], transport: 'D2022 08车', entry: '高速口' },
    }),
    report(chance, neighbour, {
      ...{ foundBy: 'EMPLOYER', travellers: [somebody('李大山', 302), somebody('李二山', 303)] },
      ...{ stays: [{ place: quiet, from: at(-300) }], plannedArrival: at(5), destination: site },
    }),
    report(chance, officer, {
      ...{ foundBy: 'CHECKPOINT', travellers: [somebody('张路生', 304)], arrivedAt: at(-1), destination: door },
      stays: [{ place: faraway, from: at(-200), to: at(-6) }],
    }),
    report(chance, screener, {
      ...{ foundBy: 'SCREENING', travellers: [somebody('赵小燕', 305)], arrivedAt: at(-30) },
      ...{ stays: [{ place: quiet, from: at(-240), to: at(-32) }], destination: door },
    }),
  ];
}

function report(chance: Chance, by: string | undefined, draft: object): SampleReport {
  return { by: by ?? '', draft: ReturneeReportDraft.parse({ id: chance.id(county), ...draft }) };
}

/** An invented person; the number belongs to nobody. */
function somebody(name: string, place: number) {
  return {
    name,
    phone: `1000000${String(place).padStart(4, '0')}`,
    idNumber: `99990019900101${place}0`,
    symptoms: false,
  };
}
