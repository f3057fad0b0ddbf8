import { startTestApp, type TestApp } from '../../../testing/test-app';

/** The application of the running test file. */
export let app: TestApp;

/** Starts an application for the tests of a file, and closes it after them. */
export function startTheApp(): void {
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());
}

/** The device on which somebody signs in when no other is named. */
export const device = 'device-of-a-test';
/** Asks with this body, and signed in where a token is given. */
export const post = (path: string, body: unknown, token?: string) => app.call('POST', path, { body, token });

/** The code that was sent to this number, as the demonstration shows it. */
export async function codeFor(phone: string): Promise<string> {
  const { body } = await post('/sign-in/code', { phone });
  return body.demoCode;
}

/** Asks for a code and signs in with it. */
export async function signInByPhone(phone: string, on = device) {
  return post('/sign-in/phone', { phone, code: await codeFor(phone), device: on });
}
