import { aHousehold, aPerson } from '../testing/builders';
import { startTestApp, type TestApp, testCounty } from '../testing/test-app';
import { usualJudgement } from '../testing/usual-judgement';
import { quarantineReturnees } from '../wiring/quarantine-returnees';
import { demoPeople } from '.';
import { storyGrid, storyTown } from './places';
import { sampleReports } from './returnees';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

test('when the reports of the demo are made by its people, each is taken, and who is here is in the chain', async () => {
  const { connection, clock, deps } = app;
  const home = await aHousehold(app).in(storyGrid).saved();
  const people = [
    await aPerson(app).withPhone('10000000001').livingIn(home).saved(),
    await aPerson(app).withPhone('10000000007').saved(),
    await aPerson(app).withPhone('10000000021').withRole('CHECKPOINT_OFFICER', testCounty).saved(),
    await aPerson(app).withPhone('10000000022').withRole('SCREENER', storyTown).saved(),
  ];
  const book = { areaName: String, has: () => true };
  const wiring = {
    judgementAt: usualJudgement,
    openEpisode: async () => undefined,
    isCountedOtherwise: async () => false,
    openInvestigation: async () => undefined,
    openHomeEvent: async () => undefined,
    revokeContact: async () => undefined,
    refusals: {
      record: async () => undefined,
      withdraw: async () => undefined,
      withdrawAll: async () => undefined,
    },
    codes: { open: async () => undefined, withdraw: async () => undefined },
    transfers: {
      ...{ open: async () => undefined, withdraw: async () => undefined, askAgain: async () => undefined },
      ...{ callOff: async () => undefined, standing: async () => undefined },
    },
    showSamePerson: async () => undefined,
  };
  const parts = { connection, now: clock.now, vault: deps.vault, audit: deps.audit, identity: deps.identity };
  const { submit } = quarantineReturnees(parts, book, wiring);
  const reports = sampleReports(clock.now(), home.id);
  for (const { by, draft } of reports) {
    const person = people.find(({ phone }) => phone === by);
    const actor = person && (await deps.identity.actorOf(person.id));
    if (!actor) throw new Error(`nobody has the phone ${by}`);
    await submit(actor, draft);
  }
  const comers = await connection.collection('returnees').find({ kind: 'TRAVELLER' }).toArray();
  expect(comers.map(({ state }) => state).sort()).toEqual(['IN_CHAIN', 'IN_CHAIN', 'TRIAGED', 'TRIAGED', 'TRIAGED']);
  // their makers are people of the demo
  const phones: readonly string[] = demoPeople.map(({ phone }) => phone);
  expect(reports.filter(({ by }) => !phones.includes(by))).toEqual([]);
});
