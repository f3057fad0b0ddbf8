import type { DeliveryRow } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { type Around, close, iso, priorities } from './around';
import { known } from './delivery';
import { actionsFor, carrierOf, mayCall, shownFlags } from './delivery.presenter';
import type { DeliveryInList } from './delivery-in-list';
import { enteredAt, isLate, nextStepOf } from './next-step.rules';

/** A row of a list: what decides whom to look at first; no name, no door. Pure. */
export function presentRow(
  delivery: DeliveryInList,
  { actor, now, areaNames, labels, standing, doorCode, said }: Omit<Around, 'contact'>,
): DeliveryRow {
  const { detail, assignment } = delivery;
  const near = close.includes(standing);
  const first = detail.lines.slice(0, 3);
  const isInCatalogue = first.some(({ nameEn }) => nameEn !== undefined);
  // ids were parsed when they came in; the database gives them back as plain text
  return {
    id: delivery._id,
    kind: delivery.variant,
    state: delivery.state,
    priority: priorities[delivery.priority] ?? 'P3',
    code: detail.code,
    area: delivery.area,
    areaName: areaNames.at(-1) ?? delivery.area,
    waitingSince: enteredAt(delivery).toISOString(),
    late: isLate(delivery, now),
    needs: near ? [...(said?.needs ?? [])] : [],
    flags: near ? shownFlags(delivery, standing) : [],
    lineCount: detail.lines.length,
    summary: first.map(({ name, quantity }) => `${name}×${quantity}`).join('、'),
    estimateFen: detail.estimateFen,
    next: nextStepOf(delivery),
    revision: delivery.revision,
    actions: actionsFor(delivery, actor, now),
    ...known({
      summaryEn: isInCatalogue
        ? first.map(({ name, nameEn = name, quantity }) => `${nameEn} ×${quantity}`).join(', ')
        : undefined,
      doorCode: standing === 'GRID' ? doorCode : undefined,
      household: standing === 'HOUSEHOLD' ? delivery.household : undefined,
      run: delivery.run,
      forPost: detail.forPost,
      headCount: detail.headCount,
      wantedBy: detail.forPost ? iso(detail.wantedBy) : undefined,
      assignee: standing === 'GRID' ? assignment.assignee : undefined,
      offerExpiresAt: delivery.state === 'OFFERED' && near ? iso(assignment.expiresAt) : undefined,
    }),
    ...(near ? nearFields(delivery, { actor, now, areaNames, labels, standing }) : {}),
  } as DeliveryRow;
}

/** What only the household, its carrier and its grid see of it. */
function nearFields(delivery: DeliveryInList, around: Around) {
  const { mode, bagsKeptBack } = delivery.detail;
  return known({
    mode,
    carrier: carrierOf(delivery, around),
    mayCallCarrier: mayCall(delivery, around),
    keptBack: bagsKeptBack ? true : undefined,
  });
}
