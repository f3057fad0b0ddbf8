import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { clockAhead } from './clock-ahead';

const hourMs = 3_600_000;
let folder: string;
let file: string;
let moves: number[];
let moved: () => void;
const onMove = (aheadMs: number) => {
  moves.push(aheadMs);
  moved();
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'clock-ahead-'));
  file = path.join(folder, 'clock');
  moves = [];
  moved = () => undefined;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a number, and waits until the clock has moved. */
async function move(words: string): Promise<void> {
  const noticed = new Promise<void>((resolve) => {
    moved = resolve;
  });
  writeFileSync(file, words);
  await noticed;
}

const hoursAhead = (now: () => Date) => Math.round((now().getTime() - Date.now()) / hourMs);

test('when a larger number is written the clock moves on, and a smaller one or words do not move it', async () => {
  const { now, stop } = clockAhead(file, onMove);
  try {
    expect(hoursAhead(now)).toBe(0);
    await move(`${48 * hourMs}\n`);
    expect(hoursAhead(now)).toBe(48);
    writeFileSync(file, String(hourMs));
    // whatever was noticed in between would stand before the next move
    await move(String(72 * hourMs));
    expect(hoursAhead(now)).toBe(72);
    expect(moves).toEqual([48 * hourMs, 72 * hourMs]);
  } finally {
    stop();
  }
});

test('what must be there first is done before the clock shows the new time', async () => {
  const told: string[] = [];
  let shown: () => Date = () => new Date(0);
  const before = async (at: Date) => {
    told.push(`${Math.round((at.getTime() - Date.now()) / hourMs)} while it is ${hoursAhead(shown)}`);
    await new Promise((resolve) => setImmediate(resolve));
    told.push(`done while it is ${hoursAhead(shown)}`);
  };
  const { now, stop } = clockAhead(file, onMove, before);
  shown = now;
  try {
    await move(String(48 * hourMs));
    expect([told, hoursAhead(now)]).toEqual([['48 while it is 0', 'done while it is 0'], 48]);
  } finally {
    stop();
  }
});

test('a process that starts later is as far ahead at once, and one without a number goes with the machine', () => {
  writeFileSync(file, String(24 * hourMs));
  const later = clockAhead(file, onMove);
  const without = clockAhead(path.join(folder, 'none'), onMove);
  writeFileSync(path.join(folder, 'words'), 'soon');
  const words = clockAhead(path.join(folder, 'words'), onMove);
  expect([later, without, words].map(({ now }) => hoursAhead(now))).toEqual([24, 0, 0]);
  for (const { stop } of [later, without, words]) stop();
});
