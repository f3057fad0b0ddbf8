import path from 'node:path';
import { inLanes } from '@grid-relief/backend/src/platform/in-lanes';
import { allEndpoints } from '@grid-relief/shared-types/endpoints';
import { getMe } from '@grid-relief/shared-types/identity/identity.contract';
import { apiBase, sendTo } from './api';
import { type Book, openBook } from './book';
import { type Caller, callerFor, callers, type SignIn, signInOf, tries } from './callers';
import { idsFor, withExamples } from './described';
import { missedFaults, plantedCount, spoiltOperations, spoiltReply } from './faults';
import { type FrontOptions, openFront, placeholder } from './front';
import { type Operation, operationFinder, operationsOf } from './operations';
import type { FuzzOptions } from './options';
import { readRecords } from './records';
import { type Outcome, runSchemathesis } from './schemathesis';
import { settingsFile } from './settings';
import { withinReach } from './within-reach';

export interface CampaignOptions extends FuzzOptions {
  /** The command of Schemathesis. */
  readonly command: string;
  /** The server, and where its database listens. */
  readonly target: string;
  readonly databaseUri: string;
  /** For settings and reports. */
  readonly folder: string;
  readonly say: (line: string) => void;
}

export interface Result {
  readonly operations: readonly Operation[];
  readonly book: Book;
  /** Findings of every run. */
  readonly outcomes: readonly Outcome[];
  /** Requests turned away for load, and sent again. */
  readonly repeated: number;
  readonly planted: number;
  readonly missed: readonly string[];
}

/** Random requests for each operation and caller, in the first round and at most in a later one. */
const firstExamples = 2;
const mostExamples = 25;
const controlExamples = 8;
/** Callers whose requests are sent beside one another: one sends while the server answers the other. */
const atOnce = 2;

interface Stage extends CampaignOptions {
  readonly document: unknown;
  readonly ask: ReturnType<typeof sendTo>;
  readonly operations: readonly Operation[];
  readonly signIns: ReadonlyMap<Caller, SignIn>;
  readonly spared: ReadonlySet<string>;
}

interface Task {
  readonly caller: Caller;
  readonly seed: number;
  readonly thorough: readonly string[];
  readonly examples: number;
  readonly only?: readonly string[];
  readonly look: FrontOptions['look'];
}

/** Plants faults and sees them found, then tries every operation in the name of everybody until enough was sent. */
export async function runCampaign(options: CampaignOptions): Promise<Result> {
  const document = await (await fetch(`${options.target}${apiBase}/openapi.json`)).json();
  const operations = operationsOf(document);
  const ask = sendTo(options.target);
  const signIns = new Map(callers.map((caller) => [caller, signInOf(caller, ask)]));
  const stage = { ...options, document, operations, ask, signIns, spared: await ownIds(signIns, ask) };
  const missed = await control(stage);
  options.say(`Planted faults found: ${plantedCount - missed.length} of ${plantedCount}.`);
  const book = openBook(operations, apiBase);
  const look: FrontOptions['look'] = (method, address, reply) => {
    book.note(method, address, reply);
    return reply;
  };
  const atBoundaries = allEndpoints.filter((_, nth) => (nth + options.seed) % options.boundariesOneIn === 0);
  const outcomes: Outcome[] = [];
  let repeated = 0;
  for (let round = 0; round === 0 || book.requests() < options.cases; round++) {
    const missing = (options.cases - book.requests()) / (operations.length * callers.length);
    const examples = round === 0 ? firstExamples : Math.min(mostExamples, Math.max(1, Math.ceil(missing)));
    const tasks = callers.map((caller): Task => {
      const thorough = atBoundaries.filter((endpoint) => callerFor(endpoint) === caller).map(({ name }) => name);
      return { caller, look, examples, seed: options.seed + round, thorough: round === 0 ? thorough : [] };
    });
    await inLanes(tasks, atOnce, async (task) => {
      const { outcome, repeats } = await send(stage, task);
      outcomes.push(outcome);
      repeated += repeats;
      options.say(lineOf(task, outcome));
    });
  }
  return { operations, book, outcomes, repeated, planted: plantedCount, missed };
}

/** The same settings against a server with routes broken on purpose. @returns what went unnoticed */
async function control(stage: Stage): Promise<readonly string[]> {
  const find = operationFinder(stage.operations, apiBase);
  const resident = callers.find(({ name }) => name === 'resident');
  if (!resident) throw new Error('there is no resident');
  const { outcome } = await send(stage, {
    caller: resident,
    seed: stage.seed,
    thorough: spoiltOperations,
    only: spoiltOperations,
    examples: controlExamples,
    look: (method, address, reply) => spoiltReply(find(method, address), reply),
  });
  return missedFaults(stage.operations, outcome.report);
}

async function send(stage: Stage, task: Task): Promise<{ outcome: Outcome; repeats: number }> {
  const { caller, seed, thorough, examples, only, look } = task;
  const signIn = stage.signIns.get(caller);
  if (!signIn) throw new Error(`${caller.name} cannot sign in`);
  const front = await openFront({ target: stage.target, signIn, look });
  try {
    const known = await readRecords(stage.databaseUri, stage.spared);
    const reach = await withinReach(stage.ask, known, await signIn.token());
    const tried = allEndpoints.filter((endpoint) => tries(caller, endpoint) && (only?.includes(endpoint.name) ?? true));
    const settings = settingsFile({
      records: reach.records,
      examples,
      trials: tried.map((endpoint) => ({
        operation: endpoint.name,
        thorough: thorough.includes(endpoint.name),
        ids: idsFor(endpoint, reach),
      })),
      headers: caller.phone === undefined ? {} : { Authorization: placeholder },
    });
    const outcome = await runSchemathesis(stage.command, {
      settings,
      seed,
      document: withExamples(stage.document, tried, reach, chooser(seed)),
      address: `${front.address}${apiBase}`,
      folder: path.join(stage.folder, caller.name.replace(/\W+/g, '-')),
    });
    return { outcome, repeats: front.repeated() };
  } finally {
    await front.stop();
  }
}

/** Takes one after the other, from a place that the seed decides. */
function chooser(seed: number) {
  let next = seed;
  return <T>(from: readonly T[]): T | undefined => from[next++ % from.length];
}

/** Ids of the callers themselves: nobody is to end their roles half-way. */
async function ownIds(signIns: ReadonlyMap<Caller, SignIn>, ask: ReturnType<typeof sendTo>): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const [{ name, phone }, signIn] of signIns) {
    if (phone === undefined || phone === 'new') continue;
    const { status, body } = await ask(getMe, undefined, await signIn.token());
    if (status !== 200) throw new Error(`${name} cannot sign in: ${status}`);
    ids.add(getMe.response.parse(body).person);
  }
  return ids;
}

function lineOf({ caller, examples, thorough }: Task, { report }: Outcome): string {
  const found = report.failures.map(({ title, operations }) => `${title} (${operations.length})`).join(', ');
  const what = `${thorough.length} operations at their boundaries, ${examples} random requests for each it may call`;
  return `  ${caller.name}: ${report.test_cases.generated} cases, ${what}: ${found || 'nothing found'}`;
}
