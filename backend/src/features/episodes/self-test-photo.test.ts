import { aHousehold, aPerson } from '../../testing/builders';
import { aPhotoBy, isKept, lookAtFiles, openedBy, refusalOf, theOthers } from './testing/photos';
import {
  act,
  anEpisode,
  anId,
  aPlace,
  as,
  clockTo,
  does,
  type Scene,
  see,
  setTheStage,
  stateOf,
  stored,
  theApp,
  told,
} from './testing/stage';
import { atHome, healthy } from './testing/steps';

setTheStage();

/** On the morning of the first day, at home under a set that asks for a self-test on days 1 to 5. */
async function onDayOne(): Promise<Scene> {
  const scene = await anEpisode({
    ...{ policy: 'V8_NATIONAL', category: 'CLOSE_CONTACT_SPECIAL' },
    ...{ anchor: '2022-04-10 15:00', found: '2022-04-10 21:00' },
  });
  await atHome(scene);
  await clockTo('2022-04-11 08:00');
  return scene;
}

const negative = { ...healthy, selfTest: 'NEGATIVE' } as const;
const asked = { isAsked: true, isSaid: false, hasPhoto: false };
const selfTestsFor = async (person: Scene['resident'], id: string) => (await see(person, id)).body.selfTests;

describe('a self-test with its photo', () => {
  test('is asked for on its days; its photo stands where it is looked at, and only for those who may open it', async () => {
    const { id, resident, worker, township, sampler } = await onDayOne();
    const dayOne = { day: '2022-04-11', number: 1 };
    expect(await selfTestsFor(resident, id)).toEqual([{ ...dayOne, ...asked }]);
    const photo = await aPhotoBy(resident);
    await does(resident, id, 'report-health', { ...negative, selfTestPhoto: photo });
    expect((await stored(id)).detail.reports).toMatchObject([{ how: 'SELF', selfTestPhoto: photo }]);
    const done = { ...dayOne, isAsked: true, isSaid: true, hasPhoto: true, result: 'NEGATIVE' };
    for (const person of [resident, worker]) {
      expect(await selfTestsFor(person, id)).toEqual([{ ...done, photos: [photo] }]);
    }
    expect(await selfTestsFor(township, id)).toEqual([done]);
    expect(await selfTestsFor(sampler, id)).toBeUndefined();
  });

  test('without its photo, by phone or not at all, the report is taken, and the grid sees a day without one', async () => {
    const { id, resident, worker } = await onDayOne();
    await does(resident, id, 'report-health', negative);
    await clockTo('2022-04-12 08:00');
    await does(worker, id, 'report-health', negative);
    await clockTo('2022-04-13 08:00');
    await does(resident, id, 'report-health', healthy);
    const said = { isAsked: true, isSaid: true, hasPhoto: false, result: 'NEGATIVE' };
    expect(await selfTestsFor(worker, id)).toEqual([
      { day: '2022-04-11', number: 1, ...said },
      { day: '2022-04-12', number: 2, ...said },
      { day: '2022-04-13', number: 3, ...asked },
    ]);
    await clockTo('2022-04-17 08:00');
    expect(await selfTestsFor(worker, id)).toHaveLength(5);
  });

  test.each([['with its photo'], ['without one']])('that is positive, %s, calls a doctor at once', async (how) => {
    const { id, resident } = await onDayOne();
    const photo = how === 'without one' ? {} : { selfTestPhoto: await aPhotoBy(resident) };
    await does(resident, id, 'report-health', { ...healthy, selfTest: 'POSITIVE', ...photo });
    expect(await stateOf(id)).toBe('SYMPTOM_ALERT');
    expect(told(id)).toEqual(expect.arrayContaining(['DOCTOR:SYMPTOM_ALERT', 'HOUSEHOLD:DOCTOR_COMES']));
    expect((await see(resident, id)).body).toMatchObject({ alert: { because: ['SELF_TEST'] } });
    expect(await selfTestsFor(resident, id)).toMatchObject([
      { result: 'POSITIVE', hasPhoto: how === 'with its photo' },
    ]);
  });

  test('that nobody asked for is kept and shown like any other', async () => {
    const { id, resident, worker } = await onDayOne();
    await clockTo('2022-04-20 08:00');
    const photo = await aPhotoBy(resident);
    await does(resident, id, 'report-health', { ...negative, selfTestPhoto: photo });
    expect((await selfTestsFor(worker, id)).at(-1)).toMatchObject({ number: 10, isAsked: false, photos: [photo] });
  });

  test('goes on being asked for by the set of the category that the quarantine is converted to', async () => {
    const { id, investigator, worker } = await onDayOne();
    const anchor = '2022-04-11T01:00:00Z';
    await clockTo('2022-04-12 08:00');
    await does(investigator, id, 'convert', { category: 'SECOND_CONTACT', anchor });
    const { successor = '' } = (await stored(id)).detail;
    expect(await selfTestsFor(worker, successor)).toEqual([{ day: '2022-04-12', number: 1, ...asked }]);
    await clockTo('2022-04-13 08:00');
    expect(await selfTestsFor(worker, id)).toHaveLength(2);
  });
});

describe('a photo that cannot be the one', () => {
  test.each([
    ['of somebody else', async (_mine: Scene['resident'], other: Scene['resident']) => aPhotoBy(other)],
    ['that is not there', async () => anId()],
    ['of another purpose', async (mine: Scene['resident']) => aPhotoBy(mine, 'DROP_PROOF')],
  ])('%s is refused by its field, and nothing is stored', async (_what, photoOf) => {
    const { id, resident, place } = await onDayOne();
    const other = await aPerson(theApp())
      .livingIn(await aHousehold(theApp()).in(place).saved())
      .saved();
    const selfTestPhoto = await photoOf(resident, other);
    const before = await stored(id);
    const path = `/quarantine-episodes/${id}/report-health`;
    const refusal = await refusalOf(resident, path, { ...negative, selfTestPhoto });
    expect(refusal).toEqual([422, 'invalid-input', '/selfTestPhoto']);
    expect(await stored(id)).toEqual(before);
  });

  test('a call brings no photo, also none of whoever called', async () => {
    const { id, worker } = await onDayOne();
    const selfTestPhoto = await aPhotoBy(worker);
    const path = `/quarantine-episodes/${id}/report-health`;
    const refusal = await refusalOf(worker, path, { ...negative, selfTestPhoto });
    expect(refusal).toEqual([422, 'invalid-input', '/selfTestPhoto']);
    expect((await stored(id)).detail.reports).toEqual([]);
  });
});

describe('who opens it', () => {
  test('the home, and of the place the grid and the doctor; no neighbour, no volunteer, nobody else', async () => {
    const scene = await onDayOne();
    const { id, resident, household } = scene;
    const homes = {
      housemate: await aPerson(theApp()).livingIn({ id: household }).saved(),
      daughter: await aPerson(theApp()).speakingFor({ id: household }).saved(),
    };
    const others = await theOthers(scene, aPlace());
    const photo = await aPhotoBy(resident);
    // while nothing shows it, it is nobody's but its sender's
    expect(await openedBy(photo, { resident, ...homes, ...others })).toEqual(['resident']);
    await does(resident, id, 'report-health', { ...negative, selfTestPhoto: photo });
    const entitled = ['resident', 'housemate', 'daughter', 'worker', 'leader', 'doctor'];
    expect(await openedBy(photo, { resident, ...homes, ...others })).toEqual(entitled);
    await lookAtFiles();
    expect(await openedBy(photo, { resident, ...homes, ...others })).toEqual(entitled);
    const looks = await theApp().connection.collection('auditRows').find({ record: photo }).toArray();
    expect(looks.map(({ who }) => who)).toEqual(expect.arrayContaining([others.doctor?.id, others.worker?.id]));
  });
});

const dayMs = 24 * 3_600_000;

describe('how long it is kept', () => {
  test('sixty days after the end, as what was said about health; the report is answered as before when it is gone', async () => {
    const { id, resident, investigator } = await onDayOne();
    const photo = await aPhotoBy(resident);
    const report = { opId: anId(), ...negative, selfTestPhoto: photo };
    const path = `/quarantine-episodes/${id}/report-health`;
    const first = await as(resident, 'POST', path, report);
    await does(investigator, id, 'revoke');
    for (let day = 0; day < 59; day++) {
      theApp().clock.advance(dayMs);
      await lookAtFiles();
    }
    expect(await isKept(photo)).toBe(true);
    theApp().clock.advance(2 * dayMs);
    await lookAtFiles();
    expect(await isKept(photo)).toBe(false);
    const again = await as(resident, 'POST', path, report);
    expect([again.status, again.body.receipt]).toEqual([200, first.body.receipt]);
    expect((await act(resident, id, 'report-health', healthy)).body.receipt.to).toBe('LATE_FACT');
  });
});
