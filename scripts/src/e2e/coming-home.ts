import type { SimulatedDevice } from '../sensors/device';
import { arrives, child, expects, reports, son, speaksForMother } from './coming-home/announced';
import { beginsAtHome, doorOpens, hangsSensor, looksAtHome } from './coming-home/at-home';
import { answersYes, back } from './coming-home/at-the-door';
import { takesNote } from './coming-home/by-hand';
import { codesAreCleared, everybodyIn, livesThroughDays } from './coming-home/days';
import { findsSomebody, traveller } from './coming-home/found-at-a-post';
import { asksForCodes } from './coming-home/health-code';
import { herDays, isFree } from './coming-home/my-days';
import { suppliesAreBrought } from './coming-home/supplies';
import { decidesPlace, landingTests } from './coming-home/swabs';
import { lookBack, signOfTrip } from './coming-home/timeline';
import { boards, sendsCar, takesOver } from './coming-home/transfer';
import {
  dispatcher,
  doctor,
  driver,
  enter,
  enterAtWork,
  gridWorker,
  lab,
  moveTo,
  neighbour,
  officer,
  putAway,
  type Stage,
  sampler,
  screener,
  siteManager,
  stranger,
  transferDesk,
} from './people';

/** Where the neighbour lives, whose daughter is found to be back. */
const herDoor = '01-1-0502';

/**
 * Three beginnings, each to the day of release: a son announces himself and his child from a street with a red rule, a
 * screener hears "yes" at a door, an officer finds somebody on the road whom nobody announced. The clock is moved on from
 * day to day, and what is due by then happens as it would.
 */
export async function comingHome(stage: Stage): Promise<void> {
  await firstDay(stage);
  await thirdDay(stage);
  await toTheEnd(stage);
}

/** A morning, so that the run is the same at whatever hour it is started. */
export async function firstDay(stage: Stage): Promise<void> {
  const { checks } = stage;
  await putAway(stage);
  await moveTo(stage, 1, 8);
  const his = await enter(stage, son.phone, 'son');
  await checks.chapter('A son may speak for the home of his mother', () => speaksForMother(stage, his));
  await checks.chapter('He reports himself and his child, two days ahead', () => reports(stage, his));
  const desk = await enterAtWork(stage, gridWorker, 'grid-worker');
  await checks.chapter('The grid worker expects them, with one tap each', () => expects(stage, desk));
  const asks = await enterAtWork(stage, screener, 'screener');
  await checks.chapter('At another door somebody says yes', () => answersYes(stage, asks));
  await checks.chapter('The grid takes note of her', () => takesNote(stage, desk, back.masked));
  const swabs = await enterAtWork(stage, sampler, 'sampler');
  const laboratory = await enterAtWork(stage, lab, 'laboratory');
  await checks.chapter('She is swabbed', () => landingTests(stage, swabs, laboratory, [back.masked]));
  let sensor: SimulatedDevice | undefined;
  await checks.chapter('A sensor at the door, with consent', async () => {
    sensor = await hangsSensor(stage, desk, herDoor);
  });
  const ward = await enterAtWork(stage, doctor, 'doctor');
  await checks.chapter('Grid and doctor look at her home', async () => {
    await looksAtHome(stage, desk, herDoor, 'grid worker');
    await looksAtHome(stage, ward, herDoor, 'doctor');
  });
  await checks.chapter('Her quarantine at home begins', () => beginsAtHome(stage, desk, herDoor));
  if (sensor) {
    const device = sensor;
    await checks.chapter('Her door opens', () => doorOpens(stage, desk, device, herDoor));
  }
  await checks.chapter('A yellow code is asked for', () => asksForCodes(stage, [back.masked]));
  const home = await enter(stage, neighbour, 'neighbour');
  await checks.chapter('Her days at home', () => herDays(stage, home));
}

/** Those who were announced arrive, and one more whom nobody has announced. */
export async function thirdDay(stage: Stage): Promise<void> {
  const { checks } = stage;
  await putAway(stage);
  await moveTo(stage, 2, 11);
  const his = await enter(stage, son.phone, 'son');
  await checks.chapter('Father and child are here', () => arrives(stage, his));
  const post = await enterAtWork(stage, officer, 'officer');
  await checks.chapter('On the road somebody is found', () => findsSomebody(stage, post));
  const [township, desk] = [
    await enterAtWork(stage, dispatcher, 'township'),
    await enterAtWork(stage, transferDesk, 'transfer-desk'),
  ];
  const [drives, site] = [
    await enterAtWork(stage, driver, 'driver'),
    await enterAtWork(stage, siteManager, 'site-manager'),
  ];
  for (const people of [2, 1]) {
    await checks.chapter(`A trip for ${people}`, async () => {
      const trip = { people, code: await signOfTrip(stage, people) };
      await sendsCar(stage, { township, desk }, trip);
      await boards(stage, drives, trip);
      await takesOver(stage, { site, driver: drives }, trip);
    });
  }
}

/** Placed and swabbed, and then day by day until everybody is let go. */
export async function toTheEnd(stage: Stage): Promise<void> {
  const { checks } = stage;
  await putAway(stage);
  const desk = await enterAtWork(stage, gridWorker, 'grid-worker-again');
  const swabs = await enterAtWork(stage, sampler, 'sampler-again');
  const laboratory = await enterAtWork(stage, lab, 'laboratory-again');
  const names = [son.masked, child.masked, traveller.masked];
  await checks.chapter('Landing tests of those who are at the site', () =>
    landingTests(stage, swabs, laboratory, names),
  );
  await checks.chapter('They are placed', () => decidesPlace(stage, desk, names));
  await checks.chapter('A red code is asked for, and one for the child', () =>
    asksForCodes(stage, [son.masked, child.masked]),
  );
  const people = await everybodyIn(stage);
  await checks.check('four people are in quarantine', people.length === 4);
  const she = people.find(({ masked }) => masked === back.masked);
  if (!she) throw new Error('she is not in quarantine');
  let areBrought = false;
  await putAway(stage, [desk]);
  await checks.chapter('Day by day to the end', () =>
    livesThroughDays(stage, people, she, async ({ supply }) => {
      if (areBrought || !supply || supply.state === 'ACTIVE') return;
      areBrought = true;
      await suppliesAreBrought(stage, desk, herDoor);
    }),
  );
  await checks.check('something ran out at her home, and was brought', areBrought);
  await checks.chapter('Green codes', () => codesAreCleared(stage));
  const [his, home, elsewhere] = [
    await enter(stage, son.phone, 'son-looks-back'),
    await enter(stage, neighbour, 'neighbour-looks-back'),
    await enter(stage, stranger, 'stranger'),
  ];
  await checks.chapter('It is over', () => isFree(stage, home));
  await checks.chapter('The same way, seen by three people', () => lookBack(stage, his, desk, elsewhere));
}
