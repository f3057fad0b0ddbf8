import { movableClock } from '../../src/platform/clock';
import { connect } from '../../src/platform/database';
import { masterKey } from '../../src/platform/encryption';
import { startTestApp, type TestApp } from '../../src/testing/test-app';

/** The whole product with its relay and its workers in a process of its own, whose clock the test moves and which it kills. */

const { MONGODB_URI = '', MASTER = '', NOW = '' } = process.env;

async function run(): Promise<void> {
  const clock = movableClock(new Date(NOW));
  const same = { connection: await connect(MONGODB_URI), clock, master: masterKey(Buffer.from(MASTER, 'base64')) };
  // nothing but these is asked of whatever it stands beside
  const beside = { ...same, texts: [], anchors: { write: async () => undefined, read: async () => [] } };
  const app = await startTestApp({ beside: beside as unknown as TestApp });
  process.on('message', (time: string) => {
    clock.set(new Date(time));
    app.app.wake();
    process.send?.({ time });
  });
  // whoever moves the clock is gone
  process.on('disconnect', () => process.exit());
  process.send?.({ url: app.url });
}

void run();
