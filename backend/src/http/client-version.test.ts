import { startTestApp, type TestApp } from '../testing/test-app';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ web: { leastClientVersion: 7 } });
});
afterAll(() => app.close());

const me = (version?: string) =>
  app.call('GET', '/me', version === undefined ? {} : { headers: { 'x-client-version': version } });

test.each(['6', '0', '-7', '7.5', 'seven', '1e9', '9999999999'])(
  'version %s is told to update, in words',
  async (version) => {
    const { status, body } = await me(version);
    expect(status).toBe(426);
    expect(body).toMatchObject({
      type: expect.stringMatching(/client-too-old$/),
      leastVersion: 7,
      detail: expect.stringContaining('请更新'),
    });
  },
);

test.each(['7', '8', '100'])('version %s is served', async (version) => {
  expect((await me(version)).status).toBe(401);
});

test('a program that names no version is served, and so are the pages that tell how to update', async () => {
  expect((await me()).status).toBe(401);
  const page = await fetch(`${app.url}/problems/client-too-old`, { headers: { 'x-client-version': '1' } });
  expect(page.status).toBe(200);
});

test('without a least version every one is served', async () => {
  const all = await startTestApp({ beside: app });
  try {
    const { status } = await all.call('GET', '/me', { headers: { 'x-client-version': '0' } });
    expect(status).toBe(401);
  } finally {
    await all.close();
  }
});
