import { aPhone } from '../../testing/builders';
import { startTestApp, testCounty } from '../../testing/test-app';
import { app, codeFor, device, post, signInByPhone, startTheApp } from './testing/sign-in-scene';

startTheApp();

describe('sign-in by phone', () => {
  test('when the number is unknown, an account of a resident without a household is made', async () => {
    const phone = aPhone();
    const { status, body } = await signInByPhone(phone);
    expect(status).toBe(200);
    expect(body.me).toMatchObject({ county: testCounty, grants: [], households: [], workspaces: ['resident'] });
    expect(body.me.phoneMasked).toBe(`****${phone.slice(-4)}`);
    const again = await signInByPhone(phone);
    expect(again.body.me.person).toBe(body.me.person);
    expect(await app.connection.collection('accounts').countDocuments({ _id: body.me.person })).toBe(1);
  });

  test('when two devices sign in at once with a new number, one account is made', async () => {
    const phone = aPhone();
    const code = await codeFor(phone);
    const answers = await Promise.all([1, 2, 3, 4].map(() => post('/sign-in/phone', { phone, code, device })));
    expect(new Set(answers.map(({ body }) => body.me?.person)).size).toBe(1);
  });

  test('when the phone has 10 digits and a field is unknown, all findings come at once, in the language asked for', async () => {
    const body = { phone: '1000000000', code: '12', device: 'x', extra: 1 };
    const chinese = await post('/sign-in/phone', body);
    expect(chinese.status).toBe(422);
    expect(chinese.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/code',
      '/device',
      '/extra',
      '/phone',
    ]);
    expect(JSON.stringify(chinese.body)).toContain('手机号要 11 位数字');
    const english = await app.call('POST', '/sign-in/phone', { body, headers: { 'accept-language': 'en-GB' } });
    expect(JSON.stringify(english.body)).toContain('a mobile number has 11 digits');
  });

  test('when the code is wrong, used on another device or run out, it is refused', async () => {
    const phone = aPhone();
    const code = await codeFor(phone);
    const wrong = code === '000000' ? '000001' : '000000';
    expect((await post('/sign-in/phone', { phone, code: wrong, device })).body.type).toMatch(/code-wrong$/);
    expect((await post('/sign-in/phone', { phone, code, device })).status).toBe(200);
    expect((await post('/sign-in/phone', { phone, code, device: 'another-device' })).status).toBe(422);
    const late = await codeFor(phone);
    app.clock.advance(6 * 60_000);
    expect((await post('/sign-in/phone', { phone, code: late, device })).status).toBe(422);
  });

  test('after ten guesses nobody guesses further, but the owner on a known device still gets in', async () => {
    const phone = aPhone();
    const known = 'the-owners-own-device';
    expect((await signInByPhone(phone, known)).status).toBe(200);
    const code = await codeFor(phone);
    const wrong = code === '000000' ? '000001' : '000000';
    const guesses = Array.from({ length: 15 }, (_, i) =>
      post('/sign-in/phone', { phone, code: wrong, device: `robot-number-${i}` }),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 422)).toHaveLength(9); // the first sign-in was the tenth guess
    expect(statuses.filter((status) => status === 429)).toHaveLength(6);
    expect((await post('/sign-in/phone', { phone, code, device: 'one-more-robot' })).status).toBe(429);
    expect((await post('/sign-in/phone', { phone, code, device: known })).status).toBe(200);
  });

  test('only the demonstration shows a code', async () => {
    const real = await startTestApp({ beside: app, demo: false });
    try {
      const phone = aPhone();
      const { body } = await real.call('POST', '/sign-in/code', { body: { phone } });
      expect(body).toEqual({ sentAt: expect.any(String), validSeconds: 300 });
      expect(app.texts.at(-1)).toMatchObject({ phone, template: 'SIGN_IN_CODE' });
    } finally {
      await real.close();
    }
  });
});

describe('refresh', () => {
  async function signedIn() {
    const { body } = await signInByPhone(aPhone());
    return body.tokens.refreshToken as string;
  }
  const refresh = (refreshToken: string, on = device) => post('/sign-in/refresh', { refreshToken, device: on });

  test('when the answer was lost, the same token gives the same successor: never two living branches', async () => {
    const first = await signedIn();
    const twins = await Promise.all([refresh(first), refresh(first), refresh(first)]);
    expect(twins.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(twins.map(({ body }) => body.tokens.refreshToken)).size).toBe(1);
    expect(await app.connection.collection('sessions').countDocuments({ generation: 2 })).toBe(1);
  });

  test('when an old token is used again, the whole family ends', async () => {
    const first = await signedIn();
    const second = (await refresh(first)).body.tokens.refreshToken;
    const third = (await refresh(second)).body.tokens.refreshToken;
    expect((await refresh(first)).status).toBe(401);
    expect((await refresh(third)).status).toBe(401);
  });

  test('when the grace is over, the previous token counts as stolen', async () => {
    const first = await signedIn();
    const second = (await refresh(first)).body.tokens.refreshToken;
    app.clock.advance(11_000);
    expect((await refresh(first)).status).toBe(401);
    expect((await refresh(second)).status).toBe(401);
  });

  test('when somebody makes a token up, the family lives on', async () => {
    const first = await signedIn();
    const family = first.split('.')[0];
    expect((await refresh(`${family}.0.${'a'.repeat(43)}`)).status).toBe(401);
    expect((await refresh(first, 'another-device')).status).toBe(401);
    expect((await refresh(first)).status).toBe(200);
  });

  test('no refresh token is stored as it is', async () => {
    const first = await signedIn();
    const stored = JSON.stringify(await app.connection.collection('sessions').find().toArray());
    expect(stored).not.toContain(first.split('.')[2]);
  });
});
