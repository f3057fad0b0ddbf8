import { aPerson } from '../../testing/builders';
import { deliveredTwice } from '../../testing/delivered-twice';
import { quarantineReturnees } from '../../wiring/quarantine-returnees';
import {
  aDraft,
  aHome,
  anId,
  app,
  collection,
  does,
  get,
  grid,
  inHours,
  judgementAt,
  link,
  onLink,
  post,
  setTheStage,
  settle,
  somebody,
  submitted,
  told,
} from '../returnees/testing/scene';
import { act, arrived, desk, only, path, requests, type Stored, sent, stateNow } from './testing/requests';

setTheStage(deliveredTwice, true);

const linkState = async (traveller: string) => (await link(traveller, 'CODE_REQUEST')).state;

describe('a code to be set, for whoever has come', () => {
  test('nothing is asked before the arrival; then once, by three approvals to an answer, and the link is done', async () => {
    const home = await aHome();
    const people = await desk();
    const traveller = await submitted(home.resident, aDraft(home, { plannedArrival: inHours(1) }));
    await settle();
    expect(await requests()).toEqual([]);
    await does(home.resident, traveller, 'arrive');
    const { _id: id, ...request } = await only();
    expect(request).toMatchObject({ variant: 'ASSIGN', state: 'DRAFT', about: traveller, household: home.household });
    expect(await linkState(traveller)).toBe('STARTED');
    expect(told(id)).toEqual(['COMMUNITY_WORKER:CODE_WAITS', 'VILLAGE_SECRETARY:CODE_WAITS']);
    // whoever approves reads which code and on what ground; neither stands in the clear
    const [row] = (await get(people.community, '/health-code-requests')).body.items;
    expect(row).toMatchObject({ wanted: 'RED', category: 'HIGH_RISK_STAY', nameMasked: '王**' });
    expect(JSON.stringify(request)).not.toMatch(/RED|HIGH_RISK/);
    await sent(people, id);
    expect(await linkState(traveller)).toBe('STARTED');
    const answer = await act(people.clerk, id, 'record-confirmed');
    expect(answer.body.view).toMatchObject({ state: 'CONFIRMED', asked: 'ASSIGN', nameMasked: '王**', actions: [] });
    expect(await linkState(traveller)).toBe('DONE');
    expect(told(id).slice(2)).toEqual([
      'CODE_CLERK:CODE_WAITS',
      'TOWNSHIP_DISPATCHER:CODE_WAITS',
      'COUNTY_HEAD:CODE_WAITS',
      'CODE_CLERK:CODE_WAITS',
      'HOUSEHOLD:CODE_CONFIRMED',
    ]);
    // the record says which head of the county it was, the view says the role
    expect(answer.body.view.timeline.map(({ by }: { by: string }) => by)).toEqual([
      ...['COMMUNITY_WORKER', 'CODE_CLERK', 'COUNTY_HEAD', 'CODE_CLERK', 'CODE_CLERK'],
    ]);
    expect((await get(people.clerk, '/health-code-requests')).body.items).toEqual([]);
  });

  test('whoever recorded the arrival has written it, and approves none of its steps, whatever roles they hold', async () => {
    const writer = await aPerson(app())
      .withRole('GRID_WORKER', grid)
      .withRole('COMMUNITY_WORKER', grid)
      .withRole('CODE_CLERK', '141122')
      .withRole('COUNTY_HEAD', '141122')
      .saved();
    const { traveller } = await arrived(writer);
    const { _id: id, assignment } = await only();
    expect(assignment.excluded).toContain(writer.id);
    expect(await linkState(traveller)).toBe('STARTED');
    const seen = await get(writer, path(id));
    expect(seen.body.actions).toEqual(['withdraw']);
    expect((await get(writer, '/health-code-requests')).body.items).toEqual([]);
    const steps = [
      ['approve-community', await somebody('COMMUNITY_WORKER')],
      ['approve-township', await somebody('TOWNSHIP_DISPATCHER')],
      ['approve-county', await somebody('COUNTY_HEAD', '141122')],
    ] as const;
    for (const [action, other] of steps) {
      expect(await act(writer, id, action)).toMatchObject({
        ...{ status: 403, body: { type: expect.stringMatching(/own-work$/) } },
      });
      expect(await act(other, id, action)).toMatchObject({ status: 200 });
    }
    expect(await stateNow()).toBe('COUNTY_OK');
  });

  test('a link that is not called for any more takes its request back; what was sent is answered all the same', async () => {
    const people = await desk();
    const { traveller } = await arrived();
    const [worker, township] = [await somebody('GRID_WORKER'), await somebody('TOWNSHIP_DISPATCHER', '141122')];
    const goesElsewhere = async (id: string) => {
      await does(township, id, 'hand-out', { county: '清徐县' });
      await does(township, id, 'confirm-hand-out', { takenBy: '清徐县 疾控' });
      await settle();
    };
    const { _id } = await link(traveller, 'CODE_REQUEST');
    const { _id: id } = await only();
    // nobody ends it by hand: only what comes of the request does
    for (const action of ['finish-by-hand', 'fail-by-hand', 'start-by-hand']) {
      expect((await onLink(worker, _id, action)).status).toBe(409);
    }
    await goesElsewhere(traveller);
    expect(await stateNow()).toBe('WITHDRAWN');
    expect(await act(people.community, id, 'approve-community')).toMatchObject({ status: 409 });
    const second = await arrived();
    const [, open] = await requests();
    if (!open) throw new Error('nothing was asked for');
    await sent(people, open._id);
    await goesElsewhere(second.traveller);
    expect(await act(people.clerk, open._id, 'record-confirmed')).toMatchObject({ status: 200 });
  });
});

test('a request ends the link that it was written for, and none that came after it', async () => {
  const { traveller } = await arrived();
  const { connection, clock, deps } = app();
  const parts = { connection, now: clock.now, vault: deps.vault, audit: deps.audit, identity: deps.identity };
  const nothing = async () => undefined;
  const { moveLink } = quarantineReturnees(
    parts,
    { areaName: String, has: () => true },
    {
      ...{
        judgementAt,
        openEpisode: nothing,
        openInvestigation: nothing,
        openHomeEvent: nothing,
        isCountedOtherwise: async () => false,
        revokeContact: nothing,
      },
      refusals: { record: nothing, withdraw: nothing, withdrawAll: nothing },
      codes: { open: nothing, withdraw: nothing },
      transfers: { open: nothing, withdraw: nothing, callOff: nothing, askAgain: nothing, standing: nothing },
      showSamePerson: nothing,
    },
  );
  const { _id } = await link(traveller, 'CODE_REQUEST');
  const move = { county: '141122', about: traveller, link: 'CODE_REQUEST', how: 'finish', because: anId() } as const;
  await moveLink({ ...move, linkId: anId() });
  expect(await linkState(traveller)).toBe('STARTED');
  await moveLink({ ...move, linkId: _id });
  expect(await linkState(traveller)).toBe('DONE');
});

describe('a code to be cleared, once a quarantine is over', () => {
  test('is asked for once, is written by whoever ended it, and belongs to no link', async () => {
    const people = await desk();
    const { traveller, household } = await arrived();
    const investigator = await somebody('CDC_INVESTIGATOR');
    const [found] = await collection('episodes').find({}).toArray();
    const { _id: episode, revision } = found as unknown as Stored; // a record like any other
    const revoke = { opId: anId(), revision, reason: { code: 'NO_CASE' } };
    const revoked = await post(investigator, `/quarantine-episodes/${episode}/revoke`, revoke);
    expect(revoked).toMatchObject({ status: 200 });
    await settle();
    const cleared = (await requests()).filter(({ variant }) => variant === 'CLEAR');
    expect(cleared).toMatchObject([{ state: 'DRAFT', about: traveller, household, detail: { because: 'REVOKED' } }]);
    const [{ _id: id = '', assignment, detail } = {} as Stored] = cleared;
    expect(assignment.excluded).toEqual([investigator.id]);
    expect(detail).not.toHaveProperty('link');
    const waiting = (await get(people.community, '/health-code-requests')).body.items;
    expect(waiting.find((row: { id: string }) => row.id === id)).toMatchObject({
      ...{ asked: 'CLEAR', wanted: 'GREEN', category: 'HIGH_RISK_STAY' },
    });
    for (const [person, action] of [
      [people.community, 'approve-community'],
      [people.clerk, 'approve-township'],
      [people.head, 'approve-county'],
      [people.clerk, 'send'],
      [people.clerk, 'record-confirmed'],
    ] as const) {
      expect(await act(person, id, action)).toMatchObject({ status: 200 });
    }
    // the chain's own link follows its own request
    expect(await linkState(traveller)).toBe('STARTED');
  });
});
