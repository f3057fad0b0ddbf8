import { allEndpoints } from '@grid-relief/shared-types/endpoints';
import type { CallAnswer } from '../../src/testing/test-app';
import { forEachOf } from '../bad-input/whole-app';
import { moves } from '../role-matrix/cells';
import { eachOperation, openStage, otherBody, type Stage } from './all-operations';
import { byStanding, othersAtLeast } from './others';

// a dozen people try what each of some three hundred operations did; everybody with GRID_RELIEF_OTHERS=all
jest.setTimeout(900_000);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.app.close());

/** Endpoints that change something and are no operation of a person, each with its reason. */
const withoutOperation: Readonly<Record<string, string>> = {
  requestCode: 'before sign-in: limited by number, a new code ends the earlier one',
  signInByPhone: 'before sign-in: the code is used once, by one device',
  signInByWechat: 'before sign-in: WeChat lets its code be used once',
  bindWechat: 'before sign-in: the ticket is used once',
  refreshTokens: 'the token itself is the operation: its own rules tell a repeat from a theft',
  signOut: 'ending what has ended changes nothing',
  findHouseholds: 'asks a question and stores nothing',
  findTravellers: 'asks a question and stores nothing',
  readChainMessage: 'reads a text and stores nothing',
  checkBadge: 'asks a question; only the guess is counted',
  takeSensorEvents: 'the number of an event is its operation: its own tests send each again',
};

/** The lasting part of an answer: the receipt of an action, everything of the rest. */
const lasting = ({ body }: CallAnswer) => JSON.stringify(body.receipt ?? body);
const statuses = (answers: readonly CallAnswer[]) =>
  answers.map(({ status, body }) => `${status} ${body.type ?? ''}`).join(', ');

/** What is wrong with answers to one operation that was sent several times; undefined: nothing. */
async function complaint(answers: readonly CallAnswer[], effects: () => Promise<number>): Promise<string | undefined> {
  if (answers.some(({ status }) => status !== 200)) return statuses(answers);
  const kinds = new Set(answers.map(lasting));
  if (kinds.size !== 1) return `answers differ: ${[...kinds].join(' | ')}`;
  const times = await effects();
  return times === 1 ? undefined : `${times} effects`;
}

test('three times the same: one effect, and the same answer to the byte; every endpoint that changes something is tried', async () => {
  const { wrong, names } = await eachOperation(stage, async ({ send, effects }) =>
    complaint([await send(), await send(), await send()], effects),
  );
  expect(wrong).toEqual([]);
  const changing = allEndpoints.filter(({ method }) => method !== 'GET').map(({ name }) => name);
  const tried = [...names, ...Object.keys(withoutOperation)];
  expect(changing.filter((name) => !tried.includes(name))).toEqual([]);
  expect(tried.filter((name) => !changing.includes(name))).toEqual([]);
});

test('twins at the same moment: both succeed with the same answer, and it happens once', async () => {
  const { wrong } = await eachOperation(stage, async ({ send, effects }) =>
    complaint(await Promise.all([send(), send()]), effects),
  );
  expect(wrong).toEqual([]);
});

test('the same operation with another body is refused, and nothing more happens', async () => {
  const { wrong } = await eachOperation(stage, otherBody);
  expect(wrong).toEqual([]);
});

/** As the cast is: everybody who stands to a record in a way of their own, and five kinds of strangers. */
const standings = 36;

test('nobody is answered with what somebody else did', async () => {
  const asked = new Set<string>();
  const { players } = stage.cast;
  const acting = new Set(moves.map(({ endpoint }) => endpoint.name));
  const { wrong } = await eachOperation(stage, async ({ name, send, others, effects }) => {
    const first = await send();
    const leaks: string[] = [];
    await forEachOf(others, async (token) => {
      asked.add(token);
      const second = await send({ token });
      const leaked = 'receipt' in second.body || lasting(second) === lasting(first);
      if (second.status < 400 || second.status > 499 || leaked) leaks.push(`answered ${statuses([second])}`);
    });
    if (leaks[0]) return leaks[0];
    if (acting.has(name) && others.length < othersAtLeast(standings)) return `tried by ${others.length} others only`;
    const times = await effects();
    return times === 1 ? undefined : `${times} effects`;
  });
  expect(wrong).toEqual([]);
  expect(byStanding(players).size).toBe(standings);
  // with another one of those who stand alike in each turn, nobody was left out
  expect(players.filter(({ token }) => !asked.has(token)).map(({ name }) => name)).toEqual([]);
});
