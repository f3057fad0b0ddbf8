import { setFourClass } from '@grid-relief/shared-types/areas/four-class.contract';
import { revealCarrier } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { revealRegister } from '@grid-relief/shared-types/deliveries/register.contract';
import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { clearHold } from '@grid-relief/shared-types/volunteers/volunteer.contract';
import { aHousehold, aPerson, testGrid } from '../../src/testing/builders';
import { type TestApp, testCounty } from '../../src/testing/test-app';
import { enrol } from '../bad-input/whole-app';
import { aRecord, type Player } from '../role-matrix/cast';
import type { Asker } from './account-operations';
import type { Plan } from './operations';

export type Keyed = { readonly _id: string };

export async function volunteer(app: TestApp): Promise<Asker> {
  const person = await aPerson(app).withRole('VOLUNTEER').saved();
  await enrol(app, person.id);
  return { id: person.id, token: await app.signIn(person) };
}

export async function aComer(app: TestApp, home: string): Promise<Keyed> {
  const nobody: Player = { name: 'nobody', id: app.anId(), token: '', stands: [], stranger: false };
  const cipher = await app.deps.vault.of(testCounty, 'epidemic');
  const record: Keyed = aRecord(app, { home, players: [], by: () => nobody, cipher }, 'TRAVELLER', 'TRIAGED');
  await app.connection.collection<Keyed>('returnees').insertOne(record);
  return record;
}

/** Somebody in quarantine whom the grid may have to call. */
export async function inQuarantine(app: TestApp): Promise<string> {
  const cipher = await app.deps.vault.of(testCounty, 'epidemic');
  const sealedWho = cipher.seal(JSON.stringify({ who: { name: '薛三宝' } }), 'episode/who');
  const sampler: Player = { name: 'SAMPLER', id: app.anId(), token: '', stands: [], stranger: false };
  const cast = { home: app.anId(), players: [], by: () => sampler, sealedWho };
  const record = aRecord(app, cast, 'QUARANTINE_EPISODE', 'HOME_ACTIVE');
  await app.connection.collection<Keyed>('episodes').insertOne(record);
  return record._id;
}

/** A request for a code, which a clerk takes to the province. */
export async function aCodeToClear(app: TestApp): Promise<string> {
  const cipher = await app.deps.vault.of(testCounty, 'epidemic');
  const nobody: Player = { name: 'nobody', id: app.anId(), token: '', stands: [], stranger: false };
  const cast = { home: app.anId(), players: [], by: () => nobody, cipher };
  const record = aRecord(app, cast, 'HEALTH_CODE_REQUEST', 'COUNTY_OK');
  await app.connection.collection<Keyed>('codeRequests').insertOne(record);
  return record._id;
}

/** Whom a pharmacy registers, opened in the shop; the same operation opens nothing else. */
export async function registerPlan(app: TestApp, others: readonly string[]): Promise<Plan> {
  const home = await aHousehold(app).saved();
  const holder = await volunteer(app);
  const player: Player = { name: 'carrier', ...holder, stands: [], stranger: false };
  const cast = { home: home.id, players: [], by: () => player };
  const sealing = await app.deps.vault.of(testCounty, 'epidemic');
  const patient = { name: '样例', idNumber: '141122195001010000', phone: '10000001234' };
  const shopping = async () => {
    const record = aRecord(app, cast, 'DELIVERY', 'SHOPPING');
    const sealed = sealing.seal(JSON.stringify(patient), 'delivery/way');
    const tasks = app.connection.collection<Keyed>('tasks');
    await tasks.insertOne(record);
    await tasks.updateOne({ _id: record._id }, { $set: { 'detail.patient': sealed } } as object);
    return record._id;
  };
  const body = { opId: app.anId(), why: 'PHARMACY_REGISTER' };
  return {
    ...{ endpoint: revealRegister, token: holder.token, others, params: { id: await shopping() }, body },
    other: { ...body, why: 'PHARMACY_ASKS_AGAIN' },
    effects: () => app.connection.collection<Keyed>('auditRows').countDocuments({ _id: body.opId }),
  };
}

/** A doctor ends the hold of somebody who fell ill. */
export async function holdPlan(app: TestApp, others: readonly string[]): Promise<Plan> {
  const ill = await volunteer(app);
  await app.call('POST', '/volunteers/me/off-duty', { token: ill.token, body: { opId: app.anId(), sick: true } });
  const token = await app.signIn(await aPerson(app).withRole('DOCTOR').saved());
  const body = { opId: app.anId(), since: app.clock.now().toISOString(), words: '可以上班' };
  return {
    ...{ endpoint: clearHold, token, others, params: { id: ill.id }, body, other: { ...body, words: '再看看' } },
    async effects() {
      const found = await app.connection
        .collection<Keyed & { clearedHolds?: unknown[] }>('volunteers')
        .findOne({ _id: ill.id });
      return found?.clearedHolds?.length ?? 0;
    },
  };
}

/** A household opens the number of whoever has its goods under way. */
export async function callPlan(app: TestApp, others: readonly string[]): Promise<Plan> {
  const home = await aHousehold(app).saved();
  const token = await app.signIn(await aPerson(app).livingIn(home).saved());
  const { id } = await aPerson(app).withRole('VOLUNTEER').saved();
  const carrier: Player = { name: 'carrier', id, token: '', stands: [], stranger: false };
  const record = aRecord(app, { home: home.id, players: [], by: () => carrier }, 'DELIVERY', 'IN_TRANSIT');
  await app.connection.collection<Keyed>('tasks').insertOne(record);
  const body = { opId: app.anId(), why: 'CALL' };
  const other = { ...body, why: 'EMERGENCY' };
  return {
    ...{ endpoint: revealCarrier, token, others, params: { id: record._id }, body, other },
    effects: () => app.connection.collection<Keyed>('auditRows').countDocuments({ record: id } as object),
  };
}

/** A township says how four-class medicine will be sold in one of its grids; nothing else of the run is sold by it. */
export async function fourClassPlan(app: TestApp, others: readonly string[]): Promise<Plan> {
  const place = { _id: areaId(testGrid), county: testCounty, level: 'GRID', name: '样例网格' };
  const more = { scope: scopeOf(areaId(testGrid)), adjacent: [], validFrom: new Date(0) };
  const areas = app.connection.collection<Keyed & { fourClass?: { opId: string }[] }>('areas');
  await areas.updateOne({ _id: place._id }, { $setOnInsert: { ...place, ...more } } as object, { upsert: true });
  const token = await app.signIn(await aPerson(app).withRole('TOWNSHIP_DISPATCHER').saved());
  const body = { opId: app.anId(), mode: 'SUSPENDED', from: '2099-01-01T00:00:00.000Z' };
  return {
    ...{ endpoint: setFourClass, token, others, params: { id: place._id }, body, other: { ...body, mode: 'FREE' } },
    async effects() {
      const found = await areas.findOne({ _id: place._id });
      return found?.fourClass?.filter(({ opId }) => opId === body.opId).length ?? 0;
    },
  };
}
