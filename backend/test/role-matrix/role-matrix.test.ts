import { startTestApp, type TestApp } from '../../src/testing/test-app';
import { forEachOf, openStill } from '../bad-input/whole-app';
import { aCast, type Cast } from './cast';
import { isHidden, type Move, mayMove, moves, tryMove, wronglyDone, wronglyRefused } from './cells';

/**
 * Every cell is asked on paper (mutants.test.ts). Over HTTP all people who have to do with a record are tried in every
 * state, strangers in one state of each action and every other one in turn; all 10,000 cells with
 * `GRID_RELIEF_ROLE_CELLS=all`.
 */
const wantsAll = process.env.GRID_RELIEF_ROLE_CELLS === 'all';
/** Of the states in which nothing may happen, one in so many in turn. */
const otherStatesOneIn = 2;
jest.setTimeout(wantsAll ? 3_600_000 : 900_000);

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startTestApp({ openFeatures: openStill });
  cast = await aCast(app);
});
afterAll(() => app.close());

/** So that a full list of held work never hides what the table says. */
const freeSeats = () =>
  app.connection.collection('volunteers').updateMany({}, { $set: { seats: [], seatLimit: 1000 } });

/** What may happen from everywhere in a quarantine is the same rule for each of a dozen states: every fifth in turn. */
const statesOf = ({ kind, rule }: (typeof moves)[number]): readonly string[] =>
  wantsAll || kind !== 'QUARANTINE_EPISODE' ? rule.from : rule.from.filter((_, nth) => nth % 5 === 0);

test('every action, from every state it starts in, by everybody: exactly what is written', async () => {
  await freeSeats();
  const wrong: string[] = [];
  const count = { cells: 0, done: 0, allowed: 0 };
  const cells = moves.flatMap((move, i) =>
    statesOf(move).flatMap((state, nth) =>
      cast.players
        .filter(({ stranger }, j) => wantsAll || !stranger || (nth === 0 && (i + j) % 2 === 0))
        .map((player) => ({ move, state, player })),
    ),
  );
  await forEachOf(cells, async ({ move, state, player }) => {
    const outcome = await tryMove(app, cast, move, { player, state });
    const { status } = outcome.answer;
    const may = mayMove(move, player);
    const where = `${move.endpoint.name} from ${state} by ${player.name}: ${status}`;
    count.cells += 1;
    if (may) count.allowed += 1;
    if (may && status === 200) count.done += 1;
    if (may ? wronglyRefused(outcome) : wronglyDone(outcome)) wrong.push(where);
    if (!may && isHidden(move, player) && status !== 404) wrong.push(`${where}, which tells a stranger that it exists`);
  });
  expect(wrong).toEqual([]);
  expect(count.cells).toBeGreaterThan(wantsAll ? 8_000 : 3_500);
  // what is refused for another reason than the person must stay the exception, or the matrix proves nothing
  expect(count.done / count.allowed).toBeGreaterThan(0.9);
});

test('from every other state nothing happens, whoever may do it from the right one', async () => {
  await freeSeats();
  const wrong: string[] = [];
  const cells = moves
    .flatMap((move) => {
      const able = cast.players.find((player) => mayMove(move, player));
      const states = move.machine.states.filter((state) => !move.rule.from.includes(state));
      return able ? states.map((state) => ({ move, state, player: able })) : [];
    })
    .filter((_, i) => wantsAll || i % otherStatesOneIn === 0);
  await forEachOf(cells, async ({ move, state, player }) => {
    const outcome = await tryMove(app, cast, move, { player, state });
    if (wronglyDone(outcome)) {
      wrong.push(`${move.endpoint.name} from ${state} by ${player.name}: ${outcome.answer.status}`);
    }
  });
  expect(wrong).toEqual([]);
  expect(cells.length).toBeGreaterThan(wantsAll ? 2_000 : 1_000);
});

function otherVariant({ rule, kind }: Move): string {
  const [one, other] = kind === 'CHAIN_LINK' ? ['EPISODE', 'LANDING_TEST'] : ['GROCERY', 'ERRAND'];
  return rule.variants?.includes(one) ? other : one;
}

test('a kind that does not know an action refuses it', async () => {
  const wrong: string[] = [];
  for (const move of moves.filter(({ rule }) => rule.variants)) {
    const variant = otherVariant(move);
    const player = cast.players.find((one) => mayMove(move, one));
    const [state] = move.rule.from;
    if (!player || !state) throw new Error(`nobody may ${move.action}`);
    const outcome = await tryMove(app, cast, move, { player, state, variant });
    if (wronglyDone(outcome)) wrong.push(`${move.endpoint.name} on ${variant}: ${outcome.answer.status}`);
  }
  expect(wrong).toEqual([]);
});
