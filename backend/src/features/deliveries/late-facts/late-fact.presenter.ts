import type { ResponseOf } from '@grid-relief/shared-types/contract';
import type { LateFactView, listLateFacts } from '@grid-relief/shared-types/deliveries/late-fact.contract';
import { lateFactClimbs, lateFactLifecycle as machine } from '@grid-relief/shared-types/lifecycles/late-fact.lifecycle';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { holdsRole, type LateFact, type PersonActor, permittedActions } from '../../../lifecycle';
import { rolesThatSee } from '../../files';
import { known } from '../delivery';
import type { DeliveryDeps } from '../delivery.deps';
import type { Standing } from './read-late-facts';

type Row = ResponseOf<typeof listLateFacts>['items'][number];

/** What a view is made of besides the fact. */
export interface Around {
  readonly actor: PersonActor;
  readonly labels: ReadonlyMap<string, { readonly label: string }>;
  readonly areaName: DeliveryDeps['areas']['areaName'];
  readonly now: Date;
}

/** One late fact for somebody who reconciles it: what, when by both clocks, how the record stands, what follows. Pure. */
export function presentLateFact(standing: Standing, { actor, labels, areaName, now }: Around): LateFactView {
  const { late, what, record, own } = standing;
  const { fact, area, state, revision, _id, told = 0 } = late;
  const paid = fact.action === 'purchase' ? record?.detail.actualFen : undefined;
  // ids were parsed when they came in
  return {
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
    ...selfTestOf(late, actor, now),
    follows: what.follows,
    ...known({
      because: 'because' in what ? what.because : undefined,
      bookedFen: paid,
      linked: own?._id as Row['linked'],
      told: told > 0 ? lateFactClimbs[told - 1]?.role : undefined,
    }),
    actions: actionsFor(standing, actor, now),
  };
}

/** A self-test that came too late is looked at here, by whoever looks at those that come in time (handbook 2.3). */
function selfTestOf(late: LateFact, actor: PersonActor, now: Date): Pick<LateFactView, 'selfTestPhoto'> {
  const { recordKind, action, input } = late.fact;
  if (recordKind !== 'QUARANTINE_EPISODE' || action !== 'reportHealth') return {};
  if (!holdsRole(actor, rolesThatSee('SELF_TEST'), late.scope, now)) return {};
  // whatever the device sent, parsed by the contract of the fact when it came
  const { selfTestPhoto } = (input ?? {}) as Pick<LateFactView, 'selfTestPhoto'>;
  return known({ selfTestPhoto });
}

/** What cannot count is not offered: there is only taking note of it. */
function actionsFor({ late, what }: Standing, actor: PersonActor, now: Date): string[] {
  const impossible = what.follows === 'NOTHING' ? ['apply'] : [];
  return permittedActions(machine, late, actor, now).filter((action) => !impossible.includes(action));
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
