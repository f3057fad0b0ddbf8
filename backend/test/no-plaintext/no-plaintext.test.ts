import { allEndpoints } from '@grid-relief/shared-types/endpoints';
import { schemaOf } from '../bad-input/sample-input';
import { unknownFields } from '../extra-fields/stored-keys';
import { aCast } from '../role-matrix/cast';
import { allowed, reasonFor } from './allowed';
import { controls, plantControls } from './controls';
import { type Found, inDatabase, inFiles, inWhatWasSaid } from './places';
import { untilQuiet } from './quiet';
import { raiseARisk } from './risk-change';
import { scannerFor } from './scan';
import { openStage, type Stage, spoken } from './stage';
import { tell } from './story';
import { doEverything, failEverywhere, readEverything } from './sweep';

/** Names and doors that builders give to whoever a test does not name: canaries as well. */
const everydayNames = ['李桂兰', '张小满', '外县人', '样例小区', '3-1-0402'];
const hourMs = 60 * 60_000;
/** Three times what a slow machine takes beside other tests. */
const limitMs = 900_000;
jest.setTimeout(limitMs);

let stage: Stage;
let found: Found[];
const none: string[] = [];
const run = { complaints: none, undone: none, unknown: none, refused: 0, read: 0, canaries: 0, traces: 0 };

beforeAll(async () => {
  stage = await openStage();
  const { app, canaries } = stage;
  for (const name of everydayNames) canaries.keep(`everyday: ${name}`, name);
  run.complaints = [...(await tell(stage)), ...(await raiseARisk(stage))];
  const cast = await aCast(app);
  await app.connection.collection('volunteers').updateMany({}, { $set: { seatLimit: 1000 } });
  run.undone = await doEverything(stage, cast);
  await untilQuiet(app);
  run.refused = (await failEverywhere(stage, cast.by('holder').token)).filter(({ status }) => status >= 400).length;
  run.read = await readEverything(stage, cast);
  // what waits for its time: reminders, second calls, what is over by itself
  for (const hours of [2, 24]) {
    app.clock.advance(hours * hourMs);
    await untilQuiet(app);
  }
  run.unknown = await unknownFields(app);
  await plantControls(stage);
  const scanner = scannerFor(canaries.all);
  Object.assign(run, { canaries: canaries.all.length, traces: scanner.traces });
  const stored = await inDatabase(app, scanner);
  await stage.stop();
  found = [...stored, ...inWhatWasSaid(stage, scanner), ...(await inFiles(stage, scanner))];
}, limitMs);
afterAll(() => stage.remove());

const inWords = ({ place, where, what, encoding }: Found) => `${place} ${where}: ${what} (${encoding})`;
const isPlanted = ({ what }: Pick<Found, 'what'>) => what.startsWith('planted in ');

test('every endpoint that changes something was driven, and what follows from it by itself has followed', () => {
  expect(run.complaints).toEqual([]);
  expect(run.undone).toEqual([]);
  expect(run.refused).toBeGreaterThan(400);
  expect(run.read).toBeGreaterThan(80);
  expect(run.canaries).toBeGreaterThan(600);
  const amounts = Object.fromEntries(spoken.map((place) => [place, stage.said[place].length]));
  expect(Object.entries(amounts).filter(([, amount]) => amount === 0)).toEqual([]);
  expect(amounts.log).toBeGreaterThan(1_000);
  expect(amounts.live).toBeGreaterThan(100);
  expect(amounts.sms).toBeGreaterThan(20);
});

test('nothing personal is readable in any collection, file, log, live message, text, address, mark or refusal', () => {
  expect(found.filter((one) => !isPlanted(one) && !reasonFor(one)).map(inWords)).toEqual([]);
});

test('every field that is stored is one that is written down', () => {
  expect(run.unknown).toEqual([]);
});

test('what may be readable is there: no reason outlives what it was for', () => {
  const used = new Set(found.map(reasonFor));
  expect(allowed.filter((entry) => !used.has(entry)).map(({ what }) => String(what))).toEqual([]);
});

test.each(controls)('control: what is $what as $encoding is found', ({ place, encoding, what }) => {
  const hits = found.filter((one) => one.place === place && one.what === what).map((one) => one.encoding);
  expect(hits).toContain(encoding);
});

/** What stands in an address, also in those of links and logs of others: names of things, numbers and times. */
const inAddresses = new Set([
  ...[
    'id',
    'area',
    'parent',
    'after',
    'limit',
    'day',
    'open',
    'tab',
    'kind',
    'purpose',
    'handover',
    'household',
    'like',
    'place',
    'campaign',
    'shop',
    'move',
  ],
]);

test('no address has a place for anything personal: what is personal is asked for in a body', () => {
  const places = allEndpoints.flatMap(({ name, params, query }) =>
    [params, query].flatMap((part) => Object.keys(schemaOf(part).properties ?? {})).map((field) => [name, field]),
  );
  expect(places.filter(([, field = '']) => !inAddresses.has(field))).toEqual([]);
});
