import type { DeliveryRow, DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { Role } from '@grid-relief/shared-types/roles';
import { Problem } from '../../http/problem';
import type { PersonActor } from '../../lifecycle';
import type { Delivery } from './delivery';
import type { DeliveryDeps } from './delivery.deps';
import { type Standing, standingOf } from './delivery.policy';
import { elsewhereSince, presentDelivery, staysFromDoor } from './delivery.presenter';
import type { DeliveryInList } from './delivery-in-list';
import { isRepaidFirst } from './owed';
import { quietFor, withoutAsking } from './quiet-home';
import { presentRow } from './row.presenter';
import { openDoctorWords, openReasonWords, openSaid, openWayWords } from './sealed-words';
import { isHeldOutside } from './sealed-zone';

/** Who is shown the household: its members, its grid (masked), and whoever holds the work. */
const seesHousehold: readonly Standing[] = ['HOUSEHOLD', 'HOLDER', 'GRID', 'DOCTOR'];

/** Who sees name and phone in plain text without living there: each look is recorded, under this role. */
const looks: Readonly<Partial<Record<Standing, Role>>> = { HOLDER: 'VOLUNTEER', DOCTOR: 'DOCTOR' };

/** Who reads the words about the way: they may name a relative's door, which the grid needs no more than the household's. */
const readsTheWay: readonly Standing[] = ['HOUSEHOLD', 'HOLDER'];

/** What a doctor said is between the doctor and the household. */
const readsDoctor: readonly Standing[] = ['HOUSEHOLD', 'DOCTOR'];

/**
 * A delivery for this viewer. A carrier's look at name, phone and door is recorded before the answer is made.
 * @returns undefined when this viewer may not know of it
 */
export async function viewFor(
  deps: DeliveryDeps,
  actor: PersonActor,
  delivery: Delivery,
): Promise<DeliveryView | undefined> {
  const now = deps.now();
  const standing = standingOf(delivery, actor, now);
  if (!standing) return undefined;
  const { county, household, _id: record } = delivery;
  const role = looks[standing];
  const outside = standing === 'HOLDER' && isHeldOutside(delivery);
  // together, since the answer waits for all of them: without the record of the look there is none
  const near = seesHousehold.includes(standing);
  const since = elsewhereSince(delivery, standing);
  const [contact, labels, , wayWords, doctorWords, repaidFirst, reasonWords, said, isQuiet] = await Promise.all([
    near && !outside ? deps.households.contact(county, household) : undefined,
    deps.labelsOf(county, peopleIn(delivery)),
    role && !outside ? deps.audit({ actor, household, record, why: 'DELIVERY', role, at: now }) : undefined,
    readsTheWay.includes(standing) && !staysFromDoor(delivery, standing) ? openWayWords(deps, delivery, since) : [],
    readsDoctor.includes(standing) ? openDoctorWords(deps, delivery) : undefined,
    isRepaidFirst(deps, delivery),
    near ? openReasonWords(deps, delivery, since) : new Map<string, string>(),
    near && since === undefined ? openSaid(deps, county, delivery.detail.said) : undefined,
    quietFor(deps, actor, [delivery]),
  ]);
  const areaNames = deps.areas.areaNames(areaId(delivery.area));
  const read = { areaNames, labels, contact, wayWords, doctorWords, repaidFirst, reasonWords, said };
  const fourClass = deps.fourClassMode(areaId(delivery.area), now);
  const view = presentDelivery(delivery, { actor, standing, now, fourClass, ...read });
  return isQuiet(delivery) ? withoutAsking(view) : view;
}

/** @throws Problem not-found for everybody who has nothing to do with it */
export async function mustView(
  deps: DeliveryDeps,
  actor: PersonActor,
  delivery: Delivery | null,
): Promise<DeliveryView> {
  const view = delivery ? await viewFor(deps, actor, delivery) : undefined;
  if (!view) throw new Problem('not-found');
  return view;
}

/** Views of several; what this viewer may not see is left out. */
export async function viewsFor(deps: DeliveryDeps, actor: PersonActor, deliveries: readonly Delivery[]) {
  const views = await Promise.all(deliveries.map((delivery) => viewFor(deps, actor, delivery)));
  return views.flatMap((view) => view ?? []);
}

/** Rows of a list, with the labels of all in one question. */
export async function rowsFor(
  deps: DeliveryDeps,
  actor: PersonActor,
  deliveries: readonly DeliveryInList[],
): Promise<DeliveryRow[]> {
  const now = deps.now();
  const people = deliveries.flatMap(({ assignment }) => assignment.assignee ?? []);
  const gridRows = deliveries.filter((delivery) => standingOf(delivery, actor, now) === 'GRID');
  const homes = [...new Set(gridRows.map(({ household }) => household))];
  const [labels, doors, isQuiet] = await Promise.all([
    deps.labelsOf(actor.county, [...new Set(people)]),
    homes.length > 0 ? deps.households.doorCodes(actor.county, homes) : new Map<string, string>(),
    quietFor(deps, actor, deliveries),
  ]);
  const rows = await Promise.all(
    deliveries.map(async (delivery) => {
      const standing = standingOf(delivery, actor, now);
      if (!standing) return [];
      const areaNames = deps.areas.areaNames(areaId(delivery.area));
      const doorCode = doors.get(delivery.household);
      const near = seesHousehold.includes(standing) && elsewhereSince(delivery, standing) === undefined;
      const said = near ? await openSaid(deps, delivery.county, delivery.detail.said) : undefined;
      const row = presentRow(delivery, { actor, standing, now, areaNames, labels, doorCode, said });
      return isQuiet(delivery) ? withoutAsking(row) : row;
    }),
  );
  return rows.flat();
}

function peopleIn({ history, detail, assignment }: Delivery): string[] {
  const people = [
    detail.askedBy,
    ...(detail.alsoAskedBy ?? []),
    detail.handoverTo,
    detail.custody?.heldBy,
    assignment.assignee,
    ...history.map(({ by }) => by),
    ...(detail.lateMarks ?? []).map(({ decidedBy }) => decidedBy),
  ];
  return [...new Set(people)].filter((person): person is string => person !== undefined && person !== 'SYSTEM');
}
