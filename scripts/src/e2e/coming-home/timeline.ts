import { getTraveller, myReturnees } from '@grid-relief/shared-types/returnees/returnee.contract';
import type { TravellerRow } from '@grid-relief/shared-types/returnees/returnee.schema';
import { transfersToDo } from '@grid-relief/shared-types/transfers/transfer.contract';
import type { Page } from 'playwright-core';
import { asking, dispatcher, fits, type Stage, stranger, told } from '../people';
import { holdsSoon, persistently } from '../persistently';
import { allWords, openScreen, picture, reads } from '../screen';
import { child, son } from './announced';

const person = '/packages/returnee/person/index';

/** Those of his report, as he sees them. */
export async function hisTrip(stage: Stage): Promise<readonly TravellerRow[]> {
  const he = await asking(stage, son.phone);
  const { items } = await told(() => he.call(myReturnees));
  return items.flatMap(({ travellers }) =>
    travellers.filter(({ nameMasked }) => [son.masked, child.masked].some((one) => one === nameMasked)),
  );
}

const isClosed = (trip: readonly TravellerRow[]) => trip.length === 2 && trip.every(({ state }) => state === 'CLOSED');

/** The same way, seen by three people: himself, his grid worker, and somebody whom it does not concern. */
export async function lookBack(stage: Stage, his: Page, desk: Page, elsewhere: Page): Promise<void> {
  const { checks, system } = stage;
  const row = (await hisTrip(stage)).find(({ nameMasked }) => nameMasked === son.masked);
  if (!row) throw new Error('his trip is gone');
  const isOver = await holdsSoon(async () => isClosed(await hisTrip(stage)));
  const left = (await hisTrip(stage)).flatMap(({ state, next }) => (next ? [`${state}, ${next.what}`] : []));
  await checks.check(`no link of father or child is open any more${left.map((one) => ` (${one})`).join('')}`, isOver);
  const address = `${person}?id=${row.id}`;
  await openScreen(his, system.address, address);
  await checks.check('he reads his own name', await reads(his, son.name));
  await checks.check('and every step with its time', await reads(his, '走到哪一步'));
  for (const step of ['按规定判了一次', '知道了，等他来', '到了', '各项开始办'])
    await checks.check(`he reads "${step}"`, await reads(his, step));
  await fits(checks, his, 'his way, looked back at');
  await picture(his, '70-timeline-own');
  await openScreen(desk, system.address, address);
  await checks.check('the grid worker reads the same steps', await reads(desk, '走到哪一步'));
  await checks.check('by a masked name, opened by a look that is kept', await reads(desk, '看名字和电话'));
  await checks.check('and not by his name', !(await allWords(desk)).includes(son.name));
  await fits(checks, desk, 'his way, at the grid');
  await picture(desk, '71-timeline-grid');
  await openScreen(elsewhere, system.address, address);
  await checks.check('somebody else is told that there is nothing', await reads(elsewhere, /没找到.*不归您看/));
  const words = await allWords(elsewhere);
  await checks.check(
    'and reads neither name nor sign',
    ![son.name, son.masked, row.code].some((word) => words.includes(word)),
  );
  await fits(checks, elsewhere, "a way that is nobody else's");
  await picture(elsewhere, '72-timeline-nobody');
  const other = await asking(stage, stranger);
  const isNotFound = async () => {
    const answer = await other.call(getTraveller, { params: { id: row.id } });
    return !answer.ok && answer.status === 404;
  };
  await checks.check('the server answers 404', await holdsSoon(isNotFound));
}

/** The trip for so many people that waits for a yes, on its way to a site. */
export async function signOfTrip(stage: Stage, people: number): Promise<string> {
  const township = await asking(stage, dispatcher);
  return persistently(async () => {
    const { items } = await told(() => township.call(transfersToDo, { query: { limit: 100 } }));
    const found = items.find((one) => one.people === people && one.goal === 'SITE' && one.state === 'REQUESTED');
    if (!found) throw new Error(`no trip for ${people} waits`);
    return found.code;
  });
}
