import type { OutboxEntry, WithOutbox } from '../../outbox';
import { derivedId } from '../../platform/ids';
import { inLanes } from '../../platform/in-lanes';
import { inParts } from '../../platform/in-parts';
import { effectsOf } from './change-effects';
import type { Outcome } from './concerned';
import { type ChangeJudge, type Judged, judgeOf } from './judge-change';
import { isMoved, rowsOf } from './moved-people';
import type { PolicyChangeDeps } from './policies.deps';
import type { PolicyChange } from './policy-change';
import { batchKind, policyChangeRepository } from './policy-change.repository';
import { policyChanges } from './policy-changes';
import type { MoveRow } from './policy-move.record';
import { policyMoveRepository } from './policy-move.repository';

/** So many people make one delivery, which must end within ten seconds. */
const partSize = 50;
/** Of a part, moved beside one another. */
const width = 4;

type Deliver = (document: WithOutbox, entry: OutboxEntry) => Promise<void>;

/** What the relay delivers for changes; each may come again after a crash, and finds what is done done. */
export interface PolicyHandlers {
  /** Entries `timer` of a change. */
  readonly timer: Deliver;
  /** An approved change is written down, for the instant at which it counts. */
  readonly policyInForce: Deliver;
  /** It counts now: everybody concerned is dealt out in parts. */
  readonly policySpread: Deliver;
  /** One part is moved. */
  readonly policyBatch: Deliver;
}

export function policyHandlers(deps: PolicyChangeDeps): PolicyHandlers {
  const changes = policyChangeRepository(deps.connection);
  /** @throws when it has never been approved: such an entry is parked, where it is seen */
  async function approved(county: string, id: string): Promise<Approved> {
    const change = await changes.byId(county, id);
    const at = change?.detail.takesEffectAt;
    if (!change || !at) throw new Error('nobody has approved this change');
    return { change, at };
  }
  return {
    timer: policyChanges(deps).timer,
    policyInForce: async ({ county, _id }) => bringIntoForce(deps, await approved(county, _id)),
    async policySpread({ county, _id }) {
      const found = await approved(county, _id);
      await bringIntoForce(deps, found);
      const { by } = await judgeOf(deps, found.change, found.at);
      for await (const part of inParts(deps.concerned(county, by), partSize)) {
        const ones = part.map(({ id }) => id).sort();
        await changes.parts.add(found.change, ['batch', ...ones], { ones }, deps.now());
      }
    },
    async policyBatch({ county, _id, kind }) {
      const batch = kind === batchKind ? await changes.parts.byId(county, _id) : null;
      if (!batch) throw new Error('this is no part of a change');
      await movePart(deps, await approved(county, batch.about), batch.detail.ones);
    },
  };
}

interface Approved {
  readonly change: PolicyChange;
  /** When it takes effect. */
  readonly at: Date;
}

/** Rows with ids of their own, and lines that end once: a second time nothing is written. */
async function bringIntoForce({ policies, book, now }: PolicyChangeDeps, { change, at }: Approved): Promise<void> {
  const { county, _id } = change;
  const { newSet, choice, add, end } = effectsOf(change, at);
  if (newSet) await policies.addSets(county, [newSet], now());
  for (const line of end) await policies.endLine(county, line, at, _id);
  await policies.addLines(add);
  if (choice) await policies.addChoice(choice);
  book.forget(county);
}

/**
 * Moves one part. What is meant is written first, then done, then marked as done: whatever a crash leaves, nobody is moved
 * twice, and nobody is forgotten.
 */
async function movePart(deps: PolicyChangeDeps, approved: Approved, ones: readonly string[]): Promise<void> {
  const { change } = approved;
  const { county, _id } = change;
  const moves = policyMoveRepository(deps.connection);
  const judge = await judgeOf(deps, change, approved.at);
  const rows = await moves.of(county, _id, ones);
  const open = openOf(ones, rows);
  const judged = await judgedOf(deps, county, judge, open);
  const known = (one: string) => rows.get(one)?.decided !== undefined;
  const moved = judged.filter((each) => isMoved(each) || known(each.one.id));
  await moves.decide(
    await rowsOf(
      deps,
      change,
      moved.filter(({ one }) => !known(one.id)),
    ),
  );
  await inLanes(moved, width, (each) => moveOne(deps, approved, each));
  // somebody whom it has ended before a crash is told no more, and is done all the same
  const done = open.filter((id) => known(id) || moved.some(({ one }) => one.id === id));
  await moves.done(
    done.map((one) => ({ county, change: _id, one })),
    deps.now(),
  );
}

function openOf(ones: readonly string[], rows: ReadonlyMap<string, MoveRow>): string[] {
  return ones.filter((one) => rows.get(one)?.doneAt === undefined);
}

async function judgedOf(
  deps: PolicyChangeDeps,
  county: string,
  judge: ChangeJudge,
  ones: readonly string[],
): Promise<Judged[]> {
  const judged: Judged[] = [];
  if (ones.length === 0) return judged;
  for await (const part of inParts(deps.concerned(county, judge.by, ones), partSize)) {
    judged.push(...part.map((one) => ({ one, outcome: judge.outcomeOf(one) })));
  }
  return judged;
}

/** Where nothing changes, nothing is done: the old end stays, or a person decides. */
const leavesAll: readonly Outcome['kind'][] = ['UNCHANGED', 'NEEDS_APPROVAL', 'LEFT_TO_PLACE'];

async function moveOne(deps: PolicyChangeDeps, { change, at }: Approved, { one, outcome }: Judged): Promise<void> {
  if (leavesAll.includes(outcome.kind)) return;
  const { county, _id, detail } = change;
  const opId = derivedId(county, _id, 'moves', one.id);
  const approver = outcome.kind === 'LENGTHENED' ? detail.longer?.by : undefined;
  await deps.applyTo(county, one, outcome, {
    ...{ change: _id, at, opId, preparedBy: detail.preparedBy },
    ...(approver ? { approver } : {}),
  });
}
