import { startTestApp, type TestApp } from '../../src/testing/test-app';
import { openStill } from '../bad-input/whole-app';
import { aCast, type Cast, type Player } from './cast';
import { isHidden, type Move, mayMove, moves } from './cells';
import { type Cell, type Outcome, startAfresh, tryMoves, wronglyDone, wronglyRefused } from './try-moves';

/**
 * Every cell is asked on paper (mutants.test.ts). Over HTTP whoever may is tried in every state of each action; of those who
 * may not, some in turn, another one with each action and state; all cells with `GRID_RELIEF_ROLE_CELLS=all`.
 */
const wantsAll = process.env.GRID_RELIEF_ROLE_CELLS === 'all';
/** Of those who have to do with the record and may not: in the first state of an action, and in the others. */
const keptOutOneIn = { first: 3, others: 12 };
/** Of strangers, in the first state. */
const strangersOneIn = 8;
/** Of the states in which nothing may happen, one in so many in turn. */
const otherStatesOneIn = 3;
jest.setTimeout(wantsAll ? 3_600_000 : 900_000);

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startTestApp({ openFeatures: openStill });
  cast = await aCast(app);
  await startAfresh(app, cast);
});
afterAll(() => app.close());

/**
 * What may happen from everywhere in a quarantine is the same rule for each of a dozen states: every fifth in turn, each
 * action beginning with another one, so that all of them together have met every state.
 */
function statesOf({ kind, rule }: Move, nthMove: number): readonly string[] {
  if (wantsAll || kind !== 'QUARANTINE_EPISODE') return rule.from;
  const oneIn = Math.min(5, rule.from.length);
  return rule.from.filter((_, nth) => (nth + nthMove) % oneIn === 0);
}

/** Whether somebody is tried in the nth state of an action. @param turn differs from one player to the next */
function isTried(move: Move, player: Player, nth: number, turn: number): boolean {
  if (player.stranger) return nth === 0 && turn % strangersOneIn === 0;
  return mayMove(move, player) || (turn + nth) % (nth === 0 ? keptOutOneIn.first : keptOutOneIn.others) === 0;
}

/** Every state of every machine from which this or that action starts. */
const statesMet = (met: readonly Pick<Cell, 'move' | 'state'>[]) =>
  [...new Set(met.map(({ move, state }) => `${move.machine.name} ${state}`))].sort();

const nameOf = ({ move, state, player }: Cell) => `${move.endpoint.name} from ${state} by ${player.name}`;

/** What is wrong with a cell; nothing that is allowed is refused, for whatever reason: the record is made ready for it. */
function complaint(cell: Cell, outcome: Outcome | undefined): string[] {
  const { move, player } = cell;
  const may = mayMove(move, player);
  const { status, body } = outcome?.answer ?? { status: 0, body: {} };
  const where = `${nameOf(cell)}: ${status} ${body.type ?? ''}`;
  if (!outcome || (may ? wronglyRefused(outcome) : wronglyDone(outcome))) return [where];
  return !may && isHidden(move, player) && status !== 404 ? [`${where}, which tells a stranger that it exists`] : [];
}

test('every action, from every state it starts in, by everybody: exactly what is written', async () => {
  const cells = moves.flatMap((move, i) =>
    statesOf(move, i).flatMap((state, nth) =>
      cast.players
        .filter((player, j) => wantsAll || isTried(move, player, nth, i + j))
        .map((player): Cell => ({ move, state, player })),
    ),
  );
  const outcomes = await tryMoves(app, cast, cells);
  const wrong = cells.flatMap((cell, at) => complaint(cell, outcomes[at]));
  expect(wrong).toEqual([]);
  expect(cells.length).toBeGreaterThan(wantsAll ? 30_000 : 5_000);
  const everyState = moves.flatMap((move) => move.rule.from.map((state) => ({ move, state })));
  expect(statesMet(cells)).toEqual(statesMet(everyState));
  // whoever is let in by the table is let in by the product: from each state tried somebody has done it
  const done = cells.filter((_, at) => outcomes[at]?.answer.status === 200);
  expect(new Set(done.map(({ move, state }) => `${move.endpoint.name} ${state}`)).size).toBe(
    new Set(cells.map(({ move, state }) => `${move.endpoint.name} ${state}`)).size,
  );
});

test('from every other state nothing happens, whoever may do it from the right one', async () => {
  const cells = moves
    .flatMap((move): Cell[] => {
      const able = cast.players.find((player) => mayMove(move, player));
      const states = move.machine.states.filter((state) => !move.rule.from.includes(state));
      return able ? states.map((state) => ({ move, state, player: able })) : [];
    })
    .filter((_, i) => wantsAll || i % otherStatesOneIn === 0);
  const outcomes = await tryMoves(app, cast, cells);
  const wrong = cells.flatMap((cell, at) => {
    const outcome = outcomes[at];
    return outcome && !wronglyDone(outcome) ? [] : [`${nameOf(cell)}: ${outcome?.answer.status}`];
  });
  expect(wrong).toEqual([]);
  expect(cells.length).toBeGreaterThan(wantsAll ? 4_000 : 1_000);
});

function otherVariant({ rule, kind }: Move): string {
  if (kind === 'REFUSAL') return 'DOOR';
  if (kind === 'HOUSEHOLD_EVENT') return 'FIRE';
  const [one, other] = kind === 'CHAIN_LINK' ? ['EPISODE', 'LANDING_TEST'] : ['GROCERY', 'ERRAND'];
  return rule.variants?.includes(one) ? other : one;
}

test('a kind that does not know an action refuses it', async () => {
  const cells = moves
    .filter(({ rule }) => rule.variants)
    .map((move): Cell => {
      const player = cast.players.find((one) => mayMove(move, one));
      const [state] = move.rule.from;
      if (!player || !state) throw new Error(`nobody may ${move.action}`);
      return { move, state, player, variant: otherVariant(move) };
    });
  const outcomes = await tryMoves(app, cast, cells);
  const wrong = cells.flatMap((cell, at) => {
    const outcome = outcomes[at];
    return outcome && !wronglyDone(outcome) ? [] : [`${nameOf(cell)} on ${cell.variant}: ${outcome?.answer.status}`];
  });
  expect(wrong).toEqual([]);
  expect(cells.length).toBeGreaterThan(5);
});
