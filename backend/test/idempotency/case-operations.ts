import {
  openInvestigation,
  revealInvestigation,
} from '@grid-relief/shared-types/investigations/investigation.contract';
import { recordRefusal, revealRefusal } from '@grid-relief/shared-types/refusals/refusal.contract';
import { aPerson, testGrid } from '../../src/testing/builders';
import { type TestApp, testCounty } from '../../src/testing/test-app';
import { aRecord, type Player } from '../role-matrix/cast';
import type { Keyed } from './opening-operations';
import type { Plan } from './operations';

const count = (app: TestApp, collection: string, filter: object) => () =>
  app.connection.collection<Keyed>(collection).countDocuments(filter as object);

/** A record whose names are opened to call, or to go there. */
async function aRecordHere(app: TestApp, kind: 'INVESTIGATION' | 'REFUSAL', state: string, collection: string) {
  const cipher = await app.deps.vault.of(testCounty, 'epidemic');
  const nobody: Player = { name: 'nobody', id: app.anId(), token: '', stands: [], stranger: false };
  const record = aRecord(app, { home: app.anId(), players: [], by: () => nobody, cipher }, kind, state);
  await app.connection.collection<Keyed>(collection).insertOne(record);
  return record._id;
}

/** Names of a case and of somebody who says no, opened once. */
export async function caseLooks(app: TestApp, token: string, others: readonly string[]): Promise<Plan[]> {
  const found = await aRecordHere(app, 'INVESTIGATION', 'OPEN', 'investigations');
  const refused = await aRecordHere(app, 'REFUSAL', 'RECORDED', 'refusals');
  const [look, lookAtDoor] = [
    { opId: app.anId(), why: 'CALL' },
    { opId: app.anId(), why: 'CALL' },
  ];
  return [
    {
      ...{ endpoint: revealInvestigation, token, others, params: { id: found }, body: look },
      ...{ other: { ...look, why: 'TO_REGISTER' }, effects: count(app, 'auditRows', { record: found }) },
    },
    {
      ...{ endpoint: revealRefusal, token, others, params: { id: refused }, body: lookAtDoor },
      ...{ other: { ...lookAtDoor, why: 'VISIT' }, effects: count(app, 'auditRows', { record: refused }) },
    },
  ];
}

/** An investigation that is opened by hand, and a refusal that is recorded: each once by its own id. */
export async function caseCreations(app: TestApp, others: readonly string[]): Promise<Plan[]> {
  const investigator = await aPerson(app).withRole('CDC_INVESTIGATOR', testCounty).saved();
  const worker = await aPerson(app).withRole('GRID_WORKER', testGrid).saved();
  const aCase = { id: app.anId(), name: '韩病例', area: testGrid };
  const aNo = { id: app.anId(), kind: 'DOOR', area: testGrid, place: '3 号楼' };
  return [
    {
      ...{ endpoint: openInvestigation, token: await app.signIn(investigator), others, body: aCase },
      ...{ other: { ...aCase, name: '韩别人' }, effects: count(app, 'investigations', { _id: aCase.id }) },
    },
    {
      ...{ endpoint: recordRefusal, token: await app.signIn(worker), others, body: aNo },
      ...{ other: { ...aNo, place: '4 号楼' }, effects: count(app, 'refusals', { _id: aNo.id }) },
    },
  ];
}
