import * as identity from '@grid-relief/shared-types/identity/identity.contract';
import { aHousehold, aPerson, testGrid } from '../../src/testing/builders';
import type { TestApp } from '../../src/testing/test-app';
import type { Plan } from './operations';

/** Somebody with every role, who may ask for anything. */
export interface Asker {
  readonly id: string;
  readonly token: string;
}

const days = 24 * 60 * 60_000;
const otherGrid = testGrid.replace(/g03$/, 'g04');

/** How often an account changed since now. */
async function changesOf(app: TestApp, id: string): Promise<() => Promise<number>> {
  const version = async (): Promise<number> => {
    const found = await app.connection.collection<{ _id: string; version: number }>('accounts').findOne({ _id: id });
    return found?.version ?? 0;
  };
  const before = await version();
  return async () => (await version()) - before;
}

async function somebody(app: TestApp) {
  const home = await aHousehold(app).saved();
  const person = await aPerson(app).withRole('GRID_WORKER').livingIn(home).saved();
  return { ...person, home: home.id, token: await app.signIn(person) };
}

async function invited(app: TestApp, asker: Asker) {
  const guest = await somebody(app);
  const until = new Date(app.clock.now().getTime() + 30 * days).toISOString();
  const invitation = { opId: app.anId(), role: 'BUILDING_CAPTAIN', area: testGrid, until, phone: guest.phone };
  return { guest, until, invitation, token: asker.token };
}

/** One operation of each kind on accounts: rights, invitations, consent. */
export async function accountPlans(app: TestApp, asker: Asker, others: readonly string[]): Promise<Plan[]> {
  const opId = app.anId;
  const { token } = asker;
  const plans: Plan[] = [];

  const { guest, until, invitation } = await invited(app, asker);
  plans.push({
    ...{ endpoint: identity.inviteStaff, token, others, body: invitation },
    other: { ...invitation, until: until.replace(/\d{3}Z$/, '777Z') },
    effects: () =>
      app.connection.collection<{ _id: string }>('invitations').countDocuments({ _id: invitation.opId, by: asker.id }),
  });

  const second = await invited(app, asker);
  // from this role the most follows: trips are looked for that name the number
  const hosting = { ...second.invitation, role: 'HOST_UNIT' };
  const { body } = await app.call('POST', '/invitations', { token, body: hosting });
  const acceptance = { opId: opId(), code: body.code };
  plans.push({
    ...{ endpoint: identity.acceptInvitation, token: second.guest.token, others, body: acceptance },
    other: { ...acceptance, code: 'abcde12345' },
    effects: await changesOf(app, second.guest.id),
  });

  const ending = { opId: opId(), role: 'GRID_WORKER', area: testGrid };
  plans.push({
    ...{ endpoint: identity.endGrant, token, others, params: { id: guest.id }, body: ending },
    other: { ...ending, area: otherGrid },
    effects: await changesOf(app, guest.id),
  });

  const blocked = await somebody(app);
  const block = { opId: opId(), blocked: true };
  plans.push({
    ...{ endpoint: identity.blockAccount, token, others, params: { id: blocked.id }, body: block },
    other: { ...block, blocked: false },
    // ending the sessions of a blocked account raises its version as well; what matters is that it happens once
    effects: async () =>
      app.connection
        .collection<{ _id: string }>('accounts')
        .countDocuments({ _id: blocked.id, blocked: true, 'ops.opId': block.opId }),
  });
  return [...plans, ...(await consentPlans(app, others))];
}

async function consentPlans(app: TestApp, others: readonly string[]): Promise<Plan[]> {
  const opId = app.anId;
  const asking = await somebody(app);
  const asked = await somebody(app);
  const ask = { opId: opId(), householdPhone: asked.phone, relation: 'CHILD' };
  const texts = () => app.texts.filter(({ phone }) => phone === asked.phone).length;
  const asks: Plan = {
    ...{ endpoint: identity.askProxy, token: asking.token, others, body: ask },
    other: { ...ask, relation: 'FRIEND' },
    effects: async () => texts(),
  };

  const speaker = await somebody(app);
  const parents = await somebody(app);
  const wish = { opId: opId(), householdPhone: parents.phone, relation: 'CHILD' };
  const { body } = await app.call('POST', '/proxies', { token: speaker.token, body: wish });
  const confirmation = { opId: opId(), householdPhone: parents.phone, code: body.demoCode };
  const confirms: Plan = {
    ...{ endpoint: identity.confirmProxy, token: speaker.token, others, body: confirmation },
    other: { ...confirmation, code: body.demoCode === '000000' ? '000001' : '000000' },
    effects: await changesOf(app, speaker.id),
  };

  const home = await aHousehold(app).saved();
  const former = await aPerson(app).speakingFor(home).saved();
  const withdrawal = { opId: opId(), household: home.id };
  const withdraws: Plan = {
    ...{ endpoint: identity.withdrawProxy, token: await app.signIn(former), others, body: withdrawal },
    other: { ...withdrawal, household: asked.home },
    effects: await changesOf(app, former.id),
  };
  return [asks, confirms, withdraws];
}
