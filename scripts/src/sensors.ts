/**
 * `npm run sensors -- [--address http://…] [--devices 50] [--rate 100] [--seconds 30] [--openings 0.1]`
 * hangs sensors at doors of a running demo server, lets them beat and open, forges, delays and repeats some messages, and
 * reports how long it takes from an opening until the alert about it can be read at the duty screen.
 * `-- --power-cut 1500` instead lets so many fall silent within a minute and come back half an hour later, and fails unless
 * the duty screen has one alert for them all.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { push, type SimulatedDevice, type Twist } from './sensors/device';
import { openDutyScreen } from './sensors/duty-screen';
import { quantile } from './sensors/figures';
import { hangAll } from './sensors/install';
import { cutPower, wrongWithCut } from './sensors/power-cut';
import { type SimulatedPerson, signIn } from './simulate/client';

/** The grid worker of the demo. */
const workerPhone = '10000000005';
const twists: readonly Twist[] = ['FORGED', 'LATE', 'SAME_NUMBER'];
/** So many of the messages are not as they should be. */
const twisted = 0.05;
/** The last alert may take so long. Milliseconds. */
const patienceMs = 10_000;

interface Told {
  readonly answers: Map<string, number>;
  readonly answeredAfter: number[];
}

const count = (among: Map<string, number>, what: string) => among.set(what, (among.get(what) ?? 0) + 1);

/** One message of a sensor: mostly that it lives, now and then that its door opens, rarely one that must be refused. */
async function speak(
  address: string,
  device: SimulatedDevice,
  nth: number,
  openings: number,
  told: Told,
): Promise<void> {
  const twist = Math.random() < twisted ? twists[nth % twists.length] : undefined;
  const isOpening = !twist && Math.random() < openings;
  const began = Date.now();
  const kind = isOpening ? 'OPENED' : 'HEARTBEAT';
  const { status, outcome } = await push(address, device, kind, twist);
  told.answeredAfter.push(Date.now() - began);
  count(told.answers, `${twist ?? kind} ${outcome ?? status}`);
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      address: { type: 'string', default: 'http://127.0.0.1:8080' },
      devices: { type: 'string', default: '50' },
      rate: { type: 'string', default: '100' },
      seconds: { type: 'string', default: '30' },
      openings: { type: 'string', default: '0.1' },
      'power-cut': { type: 'string' },
    },
  });
  const { address } = values;
  const [rate, seconds, openings] = [Number(values.rate), Number(values.seconds), Number(values.openings)];
  const worker = await signIn(address, workerPhone);
  const cut = values['power-cut'];
  if (cut !== undefined) return powerCut(address, worker, await hangAll(address, worker, Number(cut)));
  const devices = await hangAll(address, worker, Number(values.devices));
  const screen = await openDutyScreen(address, worker, worker.token);
  const told: Told = { answers: new Map(), answeredAfter: [] };
  const began = Date.now();
  const turns: Promise<void>[] = [];
  for (let nth = 0; nth < rate * seconds; nth++) {
    await sleep(Math.max(0, began + (nth * 1000) / rate - Date.now()));
    const place = nth % devices.length;
    const device = devices[place];
    // a sensor waits for its answer before it says the next thing
    if (device)
      turns[place] = (turns[place] ?? Promise.resolve()).then(() => speak(address, device, nth, openings, told));
  }
  const sentFor = Date.now() - began;
  await Promise.all(turns);
  await sleep(patienceMs);
  screen.close();
  report({ told, sentFor, after: screen.waits, heardAfter: screen.told, devices: devices.length });
}

/** @throws with what was wrong */
async function powerCut(address: string, worker: SimulatedPerson, devices: readonly SimulatedDevice[]): Promise<void> {
  const seen = await cutPower(address, { worker, signIn: () => signIn(address, workerPhone) }, devices);
  const { grouped, silent, silentAfter } = seen;
  process.stdout.write(
    `${devices.length} sensors fell silent within a minute: ${grouped} grouped alert, ${silent} silent by it, ${silentAfter} after the power came back\n`,
  );
  const wrong = wrongWithCut(seen);
  if (wrong.length > 0) throw new Error(wrong.join('; '));
}

interface Report {
  readonly told: Told;
  readonly sentFor: number;
  readonly after: readonly number[];
  readonly heardAfter: readonly number[];
  readonly devices: number;
}

function report({ told, sentFor, after, heardAfter, devices }: Report): void {
  const sent = told.answeredAfter.length;
  const lines = [
    `${devices} sensors, ${sent} messages in ${(sentFor / 1000).toFixed(1)} s: ${((sent * 1000) / sentFor).toFixed(0)}/s`,
    ...[...told.answers].sort().map(([what, times]) => `  ${what}: ${times}`),
    `answered after: p50 ${quantile(told.answeredAfter, 0.5)} ms, p99 ${quantile(told.answeredAfter, 0.99)} ms`,
    `event to the live line: p50 ${quantile(heardAfter, 0.5)} ms, p99 ${quantile(heardAfter, 0.99)} ms`,
    `event to alert at the duty screen, ${after.length} alerts: p50 ${quantile(after, 0.5)} ms, p99 ${quantile(after, 0.99)} ms`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
