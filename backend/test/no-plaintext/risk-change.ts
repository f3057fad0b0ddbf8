import { randomInt } from 'node:crypto';
import { aHousehold, aPerson } from '../../src/testing/builders';
import { testCounty } from '../../src/testing/test-app';
import { mustBe, type Somebody, staff } from './people';
import { untilQuiet } from './quiet';
import type { Stage } from './stage';

/** What the county names in public; the street in which somebody stayed there is theirs alone. */
const town = ['山西省', '太原市', '清徐县'];
const dayMs = 24 * 3_600_000;

interface Comer {
  readonly _id: string;
  readonly state: string;
  readonly detail: {
    readonly formerVerdicts?: readonly string[];
    readonly linkedFrom?: string;
    readonly linkedBy?: string;
  };
}

/**
 * Two people come from a town, one still on the way. The county raises its risk: the product judges both anew by itself,
 * with a quarantine for whoever is here.
 * @returns complaints: what did not follow
 */
export async function raiseARisk(stage: Stage): Promise<string[]> {
  const { app } = stage;
  const home = await aHousehold(app).saved();
  const family = { home: home.id, token: await app.signIn(await aPerson(app).livingIn(home).saved()) };
  const now = app.clock.now();
  const here = await comes(stage, family, { arrivedAt: now.toISOString() });
  const onTheWay = await comes(stage, family, { plannedArrival: new Date(now.getTime() + 2 * dayMs).toISOString() });
  await untilQuiet(app);
  app.clock.advance(60 * 60_000);
  const dispatcher = await staff(stage, 'COUNTY_DISPATCHER', testCounty);
  const head = await staff(stage, 'COUNTY_HEAD', testCounty);
  const change = await applied(stage, dispatcher, head);
  // what failed for the moment, because something else wrote the same record, comes again when its pause is over
  for (let minute = 0; minute < 3; minute++) {
    app.clock.advance(60_000);
    await untilQuiet(app);
  }
  const seen = await app.call('GET', `/policy-changes/${change}/people?move=start`, { token: head.token });
  mustBe('people of the change', seen);

  const comers = app.connection.collection<Comer>('returnees');
  const [anew, again] = await Promise.all([
    comers.findOne({ 'detail.linkedFrom': here, 'detail.linkedBy': change }),
    comers.findOne({ _id: onTheWay, 'detail.formerVerdicts.0': { $exists: true } }),
  ]);
  const begun = anew && (await app.connection.collection('episodes').findOne({ county: testCounty, about: anew._id }));
  return [
    ...(anew ? [] : ['whoever is here was not judged anew by a change of risk']),
    ...(again ? [] : ['whoever is on the way was not judged anew by a change of risk']),
    ...(begun ? [] : [`a change of risk began no quarantine for whoever is ${anew?.state}`]),
  ];
}

interface Family {
  readonly home: string;
  readonly token: string;
}

async function comes({ app, canaries }: Stage, { home, token }: Family, when: object): Promise<string> {
  const bird = (what: string) => canaries.words(`risk: ${what}`);
  const at = (days: number) => new Date(app.clock.now().getTime() + days * dayMs).toISOString();
  const person = {
    ...{ name: bird('name'), phone: canaries.phone('risk: phone'), symptoms: false, idType: 'ID_CARD' },
    idNumber: canaries.keep('risk: ID number', `14112219900202${randomInt(1000, 9999)}`),
  };
  const draft = {
    ...{ id: app.anId(), foundBy: 'FAMILY', travellers: [person], transport: bird('transport'), ...when },
    stays: [{ place: [...town, bird('street')], from: at(-6), to: at(-1) }],
    destination: { kind: 'HOUSEHOLD', household: home },
  };
  const { travellers } = mustBe('report', await app.call('POST', '/returnee-reports', { token, body: draft }));
  return travellers[0].id;
}

/** @returns the change, which the product is about to apply */
async function applied({ app, canaries }: Stage, dispatcher: Somebody, head: Somebody): Promise<string> {
  const id = app.anId();
  const risk = { do: 'ADD', place: town, areaRisk: 'HIGH', source: '太原市通报' };
  const body = { id, what: { of: 'RISK', steps: [risk] }, words: canaries.words('risk: why') };
  mustBe('prepare', await app.call('POST', '/policy-changes', { token: dispatcher.token, body }));
  const act = async (who: Somebody, action: string) => {
    const { revision } = mustBe('change', await app.call('GET', `/policy-changes/${id}`, { token: head.token }));
    const reason = { code: 'OTHER', words: canaries.words(`risk: ${action}, reason`) };
    const step = { opId: app.anId(), revision, reason };
    mustBe(action, await app.call('POST', `/policy-changes/${id}/${action}`, { token: who.token, body: step }));
  };
  await act(dispatcher, 'preview');
  await act(head, 'approve');
  return id;
}
