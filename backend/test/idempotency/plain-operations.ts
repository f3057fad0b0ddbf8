import { submitDelivery } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { repay, takeBack } from '@grid-relief/shared-types/deliveries/ledger.contract';
import { reservePickupSlot } from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import { uploadFile } from '@grid-relief/shared-types/files/file.contract';
import { revealHousehold } from '@grid-relief/shared-types/households/household.contract';
import { grantMessageCredit, readNotices } from '@grid-relief/shared-types/notices/notice.contract';
import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { revealCodeRequest } from '@grid-relief/shared-types/quarantine/code-request.contract';
import { revealQuarantined } from '@grid-relief/shared-types/quarantine/episode.contract';
import { preparePolicyChange } from '@grid-relief/shared-types/quarantine/policy-change.contract';
import { revealTraveller, submitReturnees } from '@grid-relief/shared-types/returnees/returnee.contract';
import { goOffDuty, goOnDuty } from '@grid-relief/shared-types/volunteers/volunteer.contract';
import sharp from 'sharp';
import { aHousehold, aPerson, testGrid } from '../../src/testing/builders';
import { type TestApp, testCounty } from '../../src/testing/test-app';
import { aRecord, type Player } from '../role-matrix/cast';
import type { Asker } from './account-operations';
import { areaPlan } from './area-operations';
import { caseCreations, caseLooks } from './case-operations';
import { doorPlans, keyPlan } from './door-operations';
import { homePlans } from './home-operations';
import {
  aCodeToClear,
  aComer,
  callPlan,
  fourClassPlan,
  holdPlan,
  inQuarantine,
  type Keyed,
  registerPlan,
  volunteer,
} from './opening-operations';
import type { Plan } from './operations';
import { screeningPlans } from './screening-operations';
import { sitePlan, walkInPlan } from './site-operations';
import { transferPlans } from './transfer-operations';

/** Duty is the person's own; each change of it is one line in the person's list. */
async function dutyPlans(app: TestApp, others: readonly string[]): Promise<Plan[]> {
  const changes = (id: string, opId: string) => async () => {
    const found = await app.connection
      .collection<Keyed & { dutyOps?: { opId: string }[] }>('volunteers')
      .findOne({ _id: id });
    return found?.dutyOps?.filter((op) => op.opId === opId).length ?? 0;
  };
  const [leaving, coming] = [await volunteer(app), await volunteer(app)];
  const off = { opId: app.anId() };
  const until = new Date(app.clock.now().getTime() + 3_600_000).toISOString();
  const on = { opId: app.anId(), until, temperatureTenths: 365, symptoms: false };
  return [
    {
      ...{ endpoint: goOffDuty, token: leaving.token, others, body: off, other: { ...off, sick: true } },
      effects: changes(leaving.id, off.opId),
    },
    {
      ...{ endpoint: goOnDuty, token: coming.token, others, body: on, other: { ...on, temperatureTenths: 366 } },
      effects: changes(coming.id, on.opId),
    },
  ];
}

async function noticePlans(app: TestApp, others: readonly string[]): Promise<Plan[]> {
  const reader = await volunteer(app);
  const at = app.clock.now();
  const notices = app.connection.collection<Keyed>('notices');
  const notice = { county: testCounty, person: reader.id, code: 'OFFER', values: {}, urgent: false, at, unread: true };
  await notices.insertOne({ _id: app.anId(), ...notice } as Keyed);
  const read = { opId: app.anId(), upTo: at.toISOString() };
  const credit = { opId: app.anId(), templates: ['abc'] };
  return [
    {
      ...{ endpoint: readNotices, token: reader.token, others, body: read },
      other: { ...read, upTo: new Date(at.getTime() - 1).toISOString() },
      effects: () => notices.countDocuments({ person: reader.id, readAt: at } as object),
    },
    {
      ...{ endpoint: grantMessageCredit, token: reader.token, others, body: credit },
      other: { ...credit, templates: ['def'] },
      async effects() {
        const found = await app.connection
          .collection<Keyed & { credits?: Record<string, number> }>('messageCredits')
          .findOne({ _id: reader.id });
        return Object.values(found?.credits ?? {}).reduce((sum, count) => sum + count, 0);
      },
    },
  ];
}

async function recordPlans(app: TestApp, asker: Asker, others: readonly string[]): Promise<Plan[]> {
  const { token } = asker;
  const count = (collection: string, filter: object) => () =>
    app.connection.collection<Keyed>(collection).countDocuments(filter as object);
  const home = await aHousehold(app).saved();
  const look = { opId: app.anId(), why: 'CALL' };
  const comer = await aComer(app, home.id);
  const lookAtComer = { opId: app.anId(), why: 'CALL' };
  const [row, delivery] = [app.anId(), app.anId()];
  const ledgerRow = {
    county: testCounty,
    scope: scopeOf(areaId(testGrid)),
    kind: 'ADVANCED',
    amountFen: 900,
    delivery,
  };
  const advanced = { _id: row, ...ledgerRow, code: 'A12', person: asker.id, at: app.clock.now() };
  await app.connection.collection<Keyed>('ledger').insertOne(advanced);
  const repayment = { opId: app.anId() };
  const [tooMuch, given] = [{ ...advanced, _id: app.anId(), delivery: app.anId() }, { opId: app.anId() }];
  const repaid = { ...tooMuch, _id: app.anId(), kind: 'REPAID', amountFen: 1000 };
  await app.connection.collection<Keyed>('ledger').insertMany([tooMuch, repaid]);
  const quarantined = await inQuarantine(app);
  const reveal = { opId: app.anId(), why: 'CALL' };
  const asked = await aCodeToClear(app);
  const lookAtCode = { opId: app.anId(), why: 'TO_PROVINCE' };
  return [
    {
      ...{ endpoint: revealQuarantined, token, others, params: { id: quarantined }, body: reveal },
      other: { ...reveal, why: 'VISIT' },
      effects: count('auditRows', { record: quarantined }),
    },
    {
      ...{ endpoint: revealCodeRequest, token, others, params: { id: asked }, body: lookAtCode },
      other: { ...lookAtCode, why: 'CALL' },
      effects: count('auditRows', { record: asked }),
    },
    ...(await caseLooks(app, token, others)),
    {
      ...{ endpoint: revealHousehold, token, others, params: { id: home.id }, body: look },
      other: { ...look, why: 'VISIT' },
      effects: count('auditRows', { record: home.id }),
    },
    ...(await transferPlans(app, token, others)),
    await callPlan(app, others),
    await holdPlan(app, others),
    await fourClassPlan(app, others),
    {
      ...{ endpoint: revealTraveller, token, others, params: { id: comer._id }, body: lookAtComer },
      other: { ...lookAtComer, why: 'VISIT' },
      effects: count('auditRows', { record: comer._id }),
    },
    {
      ...{ endpoint: repay, token, others, params: { id: row }, body: repayment },
      other: { ...repayment, words: '现金' },
      effects: count('ledger', { delivery, kind: 'REPAID' }),
    },
    {
      ...{ endpoint: takeBack, token, others, params: { id: tooMuch._id }, body: given },
      other: { ...given, words: '现金' },
      effects: count('ledger', { delivery: tooMuch.delivery, kind: 'GIVEN_BACK' }),
    },
  ];
}

/** A time at the pick-up place, for goods that are on their way there. */
async function pickupPlan(app: TestApp, others: readonly string[]): Promise<Plan> {
  const home = await aHousehold(app).saved();
  const token = await app.signIn(await aPerson(app).livingIn(home).saved());
  const carrier: Player = { name: 'carrier', id: app.anId(), token: '', stands: [], stranger: false };
  const record = aRecord(app, { home: home.id, players: [], by: () => carrier }, 'DELIVERY', 'IN_TRANSIT');
  const tasks = app.connection.collection<Keyed>('tasks');
  await tasks.insertOne(record);
  await tasks.updateOne({ _id: record._id }, {
    $set: { 'detail.mode': 'SLOT', 'detail.zone': 'CONTROLLED' },
  } as object);
  const body = { opId: app.anId() };
  const at = new Date(app.clock.now().getTime() + 60 * 60_000).toISOString();
  return {
    ...{ endpoint: reservePickupSlot, token, others, params: { id: record._id }, body, other: { ...body, at } },
    effects: () => tasks.countDocuments({ kind: 'PICKUP_SLOT', 'detail.delivery': record._id } as object),
  };
}

const aPhoto = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 32, height: 32, channels: 3, background } })
    .png()
    .toBuffer();

/** One person from another province, to the own household. */
function aTrip(app: TestApp, household: string) {
  const day = 24 * 3_600_000;
  const at = (days: number) => new Date(app.clock.now().getTime() + days * day).toISOString();
  return {
    ...{ id: app.anId(), foundBy: 'FAMILY', plannedArrival: at(3), destination: { kind: 'HOUSEHOLD', household } },
    travellers: [{ name: '王小返', phone: '19900001234', idNumber: '141122199001011234', symptoms: false }],
    stays: [{ place: ['甘肃省', '兰州市'], from: at(-8) }],
  };
}

/** Creations carry no opId: their own id says what they are, and another content under it is refused as `id-taken`. */
export async function creationPlans(app: TestApp, others: readonly string[]): Promise<Plan[]> {
  const home = await aHousehold(app).saved();
  const token = await app.signIn(await aPerson(app).livingIn(home).saved());
  const line = { line: 'eggs', name: '鸡蛋', unit: '斤', quantity: 2, substitution: { rule: 'ASK' } };
  const draft = { id: app.anId(), household: home.id, kind: 'GROCERY', lines: [line], payMode: 'VOLUNTEER_ADVANCE' };
  const trip = aTrip(app, home.id);
  const file = app.anId();
  const [photo, another] = await Promise.all([aPhoto('#888'), aPhoto('#777')]);
  const county = await aPerson(app).withRole('COUNTY_DISPATCHER', testCounty).saved();
  const area = { do: 'ADD', place: ['上海市'], areaRisk: 'CASES', source: '通报' };
  const change = { id: app.anId(), what: { of: 'RISK', steps: [area] } };
  const stored = (collection: string, id: string) => () =>
    app.connection.collection<Keyed>(collection).countDocuments({ _id: id });
  return [
    {
      ...{ endpoint: submitDelivery, token, others, body: draft, other: { ...draft, words: '快点' } },
      effects: stored('tasks', draft.id),
    },
    {
      ...{ endpoint: submitReturnees, token, others, body: trip, other: { ...trip, words: '带孩子' } },
      effects: stored('returnees', trip.id),
    },
    {
      ...{ endpoint: uploadFile, token, others, params: { id: file }, query: { purpose: 'GOODS' } },
      ...{ body: photo, other: another, contentType: 'image/png' },
      effects: stored('files', file),
    },
    {
      ...{ endpoint: preparePolicyChange, token: await app.signIn(county), others, body: change },
      other: { ...change, words: '再看' },
      effects: stored('policyChanges', change.id),
    },
    areaPlan(app, await app.signIn(county), others),
    ...(await caseCreations(app, others)),
    sitePlan(app, await app.signIn(county), others),
    await walkInPlan(app, others),
    ...(await doorPlans(app, home.id, token, others)),
  ];
}

/** One operation of every endpoint that carries an opId and belongs to no lifecycle. */
export async function plainPlans(app: TestApp, asker: Asker, others: readonly string[]): Promise<Plan[]> {
  return [
    ...(await dutyPlans(app, others)),
    ...(await noticePlans(app, others)),
    ...(await recordPlans(app, asker, others)),
    await pickupPlan(app, others),
    await registerPlan(app, others),
    await keyPlan(app, others),
    ...(await screeningPlans(app, others)),
    ...(await homePlans(app, others)),
  ];
}
