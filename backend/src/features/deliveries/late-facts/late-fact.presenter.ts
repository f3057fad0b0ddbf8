import type { ResponseOf } from '@grid-relief/shared-types/contract';
import type { LateFactView, listLateFacts } from '@grid-relief/shared-types/deliveries/late-fact.contract';
import { lateFactLifecycle as machine } from '@grid-relief/shared-types/lifecycles/late-fact.lifecycle';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { type LateFact, type PersonActor, permittedActions } from '../../../lifecycle';
import type { DeliveryDeps } from '../delivery.deps';

type Row = ResponseOf<typeof listLateFacts>['items'][number];

/** What a view is made of besides the fact. */
export interface Around {
  readonly actor: PersonActor;
  readonly labels: ReadonlyMap<string, { readonly label: string }>;
  readonly areaName: DeliveryDeps['areas']['areaName'];
  readonly now: Date;
}

/** One late fact for somebody who reconciles it: what, when by both clocks, and how the record stood. Pure. */
export function presentLateFact(late: LateFact, { actor, labels, areaName, now }: Around): LateFactView {
  const { fact, area, state, revision, _id } = late;
  return {
    // ids were parsed when they came in
    id: _id as Row['id'],
    state,
    revision,
    area: areaId(area),
    areaName: areaName(areaId(area)),
    record: fact.record as Row['record'],
    recordKind: fact.recordKind,
    recordState: fact.recordState,
    fact: fact.action,
    by: labels.get(fact.by)?.label ?? '',
    occurredAt: fact.occurredAt.toISOString(),
    recordedAt: fact.recordedAt.toISOString(),
    ...(fact.reason ? { reason: fact.reason } : {}),
    ...countsOf(fact.input),
    actions: permittedActions(machine, late, actor, now),
  };
}

/** Bags and money, where the fact names them. */
function countsOf(input: unknown): Pick<LateFactView, 'bags' | 'paidFen'> {
  if (typeof input !== 'object' || input === null) return {};
  const { bags, lines } = input as { bags?: unknown; lines?: unknown }; // whatever the device sent, looked at below
  const paid = Array.isArray(lines) ? lines.reduce((sum: number, line) => sum + fenOf(line), 0) : undefined;
  return { ...(typeof bags === 'number' ? { bags } : {}), ...(paid === undefined ? {} : { paidFen: paid }) };
}

function fenOf(line: unknown): number {
  const fen = typeof line === 'object' && line !== null && 'actualFen' in line ? line.actualFen : 0;
  return typeof fen === 'number' ? fen : 0;
}
