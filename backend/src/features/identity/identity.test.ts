import * as contract from '@grid-relief/shared-types/identity/identity.contract';
import { requireAllMounted } from '../../http/dispatch';
import { aHousehold, aPerson, aPhone, testGrid } from '../../testing/builders';
import { startTestApp, testCounty } from '../../testing/test-app';
import { identityRoutes } from './identity.routes';
import { app, device, post, signInByPhone, startTheApp } from './testing/sign-in-scene';

startTheApp();

test('every endpoint of the contract is mounted', () => {
  // routes are only listed here, so the parts they would work with are not needed
  expect(() => requireAllMounted(Object.values(contract), identityRoutes({} as never))).not.toThrow();
});

describe('roles', () => {
  async function leaderAndGuest() {
    const leader = await aPerson(app).withRole('GRID_LEADER').saved();
    const guest = await aPerson(app).saved();
    return { guest, token: await app.signIn(leader), guestToken: await app.signIn(guest) };
  }
  const invitation = (phone: string, more = {}) => ({
    opId: app.anId(),
    role: 'VOLUNTEER',
    area: testGrid,
    team: 'WOMEN',
    until: '2022-06-01T00:00:00Z',
    phone,
    ...more,
  });

  test('when a guest takes an invitation, the role is there at once; a repeat changes nothing', async () => {
    const { guest, token, guestToken } = await leaderAndGuest();
    const body = invitation(guest.phone);
    const invited = await post('/invitations', body, token);
    expect(invited.status).toBe(200);
    expect((await post('/invitations', body, token)).body).toEqual(invited.body);
    expect((await post('/invitations', { ...body, area: `${testGrid}-b01` }, token)).body.type).toMatch(
      /op-id-reused$/,
    );
    const accept = { opId: app.anId(), code: invited.body.code };
    const first = await post('/invitations/accept', accept, guestToken);
    expect(first.status).toBe(200);
    expect(first.body.grants).toMatchObject([{ role: 'VOLUNTEER', area: testGrid, team: 'WOMEN' }]);
    expect((await post('/invitations/accept', accept, guestToken)).body).toEqual(first.body);
    const another = await post('/invitations/accept', { ...accept, opId: app.anId() }, guestToken);
    expect(another.body.grants).toHaveLength(1);
  });

  test('when another person uses the code, it is wrong', async () => {
    const { guest, token } = await leaderAndGuest();
    const { body } = await post('/invitations', invitation(guest.phone), token);
    const thief = await app.signIn(await aPerson(app).saved());
    expect((await post('/invitations/accept', { opId: app.anId(), code: body.code }, thief)).status).toBe(422);
  });

  test.each([
    ['a role above the own one', { role: 'TOWNSHIP_DISPATCHER' }],
    ['an area beside the own one', { area: `${testCounty}100201-g04` }],
    ['an area above the own one', { area: `${testCounty}100201` }],
    ['administrators', { role: 'ADMIN' }],
    ['what is never granted', { role: 'RESIDENT' }],
  ])('a grid leader may not invite to %s', async (_what, more) => {
    const { guest, token } = await leaderAndGuest();
    expect((await post('/invitations', invitation(guest.phone, more), token)).status).toBe(403);
  });

  test('when a grant is ended, the person is refused by the next request and cannot take it again', async () => {
    const { guest, token, guestToken } = await leaderAndGuest();
    const { body } = await post('/invitations', invitation(guest.phone, { role: 'GRID_WORKER' }), token);
    await post('/invitations/accept', { opId: app.anId(), code: body.code }, guestToken);
    expect((await app.call('POST', '/households/find', { token: guestToken, body: {} })).status).toBe(200);
    const end = { opId: app.anId(), role: 'GRID_WORKER', area: testGrid };
    const ended = await post(`/people/${guest.id}/end-grant`, end, token);
    expect(ended.status).toBe(200);
    expect((await post(`/people/${guest.id}/end-grant`, end, token)).body).toEqual(ended.body);
    expect((await app.call('POST', '/households/find', { token: guestToken, body: {} })).status).toBe(403);
    const again = await post('/invitations/accept', { opId: app.anId(), code: body.code }, guestToken);
    expect(again.body.grants).toEqual([]);
    expect((await post(`/people/${guest.id}/end-grant`, { ...end, opId: app.anId() }, token)).status).toBe(404);
  });
});

describe('blocking', () => {
  test('when an account is blocked, it is out at once here and within a second on another process', async () => {
    const admin = await app.signIn(await aPerson(app).withRole('ADMIN', testCounty).saved());
    const person = await aPerson(app).saved();
    const token = await app.signIn(person);
    const second = await startTestApp({ beside: app });
    try {
      expect((await second.call('GET', '/me', { token })).status).toBe(200);
      const body = { opId: app.anId(), blocked: true };
      expect((await post(`/people/${person.id}/block`, body, admin)).body).toEqual({ blocked: true });
      const at = Date.now();
      expect((await app.call('GET', '/me', { token })).body.type).toMatch(/account-blocked$/);
      let status = 200;
      while (status === 200 && Date.now() - at < 3_000) status = (await second.call('GET', '/me', { token })).status;
      expect(status).toBe(403);
      expect(Date.now() - at).toBeLessThanOrEqual(1_000);
      expect((await signInByPhone(person.phone)).body.type).toMatch(/account-blocked$/);
    } finally {
      await second.close();
    }
  });

  test('only an administrator blocks, and never the own account', async () => {
    const admin = await aPerson(app).withRole('ADMIN', testCounty).saved();
    const body = { opId: app.anId(), blocked: true };
    const leader = await app.signIn(await aPerson(app).withRole('GRID_LEADER').saved());
    expect((await post(`/people/${admin.id}/block`, body, leader)).status).toBe(403);
    expect((await post(`/people/${admin.id}/block`, body, await app.signIn(admin))).status).toBe(403);
    expect((await post(`/people/${app.anId()}/block`, body, await app.signIn(admin))).status).toBe(404);
  });

  test('when a person signs out everywhere, tokens given before are refused', async () => {
    const { body } = await signInByPhone(aPhone());
    const token = body.tokens.accessToken;
    expect((await post('/sign-out', { device, everywhere: true }, token)).status).toBe(200);
    expect((await app.call('GET', '/me', { token })).status).toBe(401);
    expect((await post('/sign-in/refresh', { refreshToken: body.tokens.refreshToken, device })).status).toBe(401);
  });
});

describe('speaking for a household', () => {
  test('when the household reads the code out, the relative speaks for it, until either side ends it', async () => {
    const household = await aHousehold(app).saved();
    const mother = await aPerson(app).livingIn(household).saved();
    const child = await aPerson(app).saved();
    const [token, motherToken] = [await app.signIn(child), await app.signIn(mother)];
    const ask = { opId: app.anId(), householdPhone: mother.phone, relation: 'CHILD' };
    const asked = await post('/proxies', ask, token);
    expect(asked.status).toBe(200);
    expect(app.texts.at(-1)).toMatchObject({ phone: mother.phone, template: 'PROXY_CODE' });
    const confirm = { opId: app.anId(), householdPhone: mother.phone, code: asked.body.demoCode };
    const confirmed = await post('/proxies/confirm', confirm, token);
    expect(confirmed.body.households).toMatchObject([{ household: household.id, relation: 'PROXY', label: '父母家' }]);
    expect((await post('/proxies/confirm', confirm, token)).body).toEqual(confirmed.body);
    const withdraw = { opId: app.anId(), household: household.id, person: child.id };
    const stranger = await app.signIn(await aPerson(app).saved());
    expect((await post('/proxies/withdraw', { ...withdraw, opId: app.anId() }, stranger)).status).toBe(404);
    expect((await post('/proxies/withdraw', withdraw, motherToken)).status).toBe(200);
    expect((await app.call('GET', '/me', { token })).body.households).toEqual([]);
  });

  test('when the number has no household, the answer is the same and the right code proves nothing', async () => {
    const token = await app.signIn(await aPerson(app).saved());
    const householdPhone = aPhone();
    const asked = await post('/proxies', { opId: app.anId(), householdPhone, relation: 'FRIEND' }, token);
    expect(asked.status).toBe(200);
    const body = { opId: app.anId(), householdPhone, code: asked.body.demoCode };
    expect((await post('/proxies/confirm', body, token)).body.type).toMatch(/code-wrong$/);
  });
});

test.each([
  ['GET', '/me'],
  ['POST', '/sign-out'],
  ['POST', '/invitations'],
  ['POST', '/invitations/accept'],
  ['POST', '/proxies'],
  ['POST', '/proxies/confirm'],
  ['POST', '/proxies/withdraw'],
])('%s %s without a token answers 401', async (method, path) => {
  const { status, headers } = await app.call(method, path, method === 'GET' ? {} : { body: {} });
  expect(status).toBe(401);
  expect(headers.get('www-authenticate')).toBe('Bearer');
});
