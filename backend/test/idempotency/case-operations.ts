import {
  openInvestigation,
  revealInvestigation,
} from '@grid-relief/shared-types/investigations/investigation.contract';
import { proposePersonMerge, revealPersonMerge } from '@grid-relief/shared-types/person-merges/person-merge.contract';
import { recordRefusal, revealRefusal } from '@grid-relief/shared-types/refusals/refusal.contract';
import { aPerson, testGrid } from '../../src/testing/builders';
import { type TestApp, testCounty } from '../../src/testing/test-app';
import { aRecord, type Player } from '../role-matrix/cast';
import { inQuarantine, type Keyed } from './opening-operations';
import type { Plan } from './operations';

const count = (app: TestApp, collection: string, filter: object) => () =>
  app.connection.collection<Keyed>(collection).countDocuments(filter as object);

/** A record whose names are opened to call, or to go there. */
async function aRecordHere(
  app: TestApp,
  kind: 'INVESTIGATION' | 'REFUSAL' | 'PERSON_MERGE',
  state: string,
  collection: string,
) {
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
  const joined = await aRecordHere(app, 'PERSON_MERGE', 'PROPOSED', 'personMerges');
  const lookAtBoth = { opId: app.anId(), why: 'COMPARE' };
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
    {
      ...{ endpoint: revealPersonMerge, token, others, params: { id: joined }, body: lookAtBoth },
      ...{ other: { ...lookAtBoth, why: 'CALL' }, effects: count(app, 'auditRows', { record: joined }) },
    },
  ];
}

/** An investigation opened by hand and a refusal recorded: each once by its own id; two who may be one, once as a pair. */
export async function caseCreations(app: TestApp, others: readonly string[]): Promise<Plan[]> {
  const investigator = await aPerson(app).withRole('CDC_INVESTIGATOR', testCounty).saved();
  const worker = await aPerson(app).withRole('GRID_WORKER', testGrid).saved();
  const aCase = { id: app.anId(), name: '韩病例', area: testGrid };
  const aNo = { id: app.anId(), kind: 'DOOR', area: testGrid, place: '3 号楼' };
  const pair = [await inQuarantine(app), await inQuarantine(app)].map((id) => ({ kind: 'EPISODE', id }));
  const mayBeOne = { opId: app.anId(), people: pair };
  return [
    {
      ...{ endpoint: proposePersonMerge, token: await app.signIn(worker), others, body: mayBeOne },
      ...{ other: { ...mayBeOne, words: '像' } },
      effects: count(app, 'personMerges', { 'detail.proposedBy': mayBeOne.opId }),
    },
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
