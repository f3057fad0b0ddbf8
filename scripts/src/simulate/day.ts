import {
  getDelivery,
  heldByMe,
  offeredToMe,
  pool,
  submitDelivery,
} from '@grid-relief/shared-types/deliveries/delivery.contract';
import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import {
  accept,
  claim,
  confirm,
  depart,
  drop,
  purchase,
  startShopping,
  tickPaid,
  tickReceived,
} from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { FileId, TaskId } from '@grid-relief/shared-types/primitives/ids';
import { goOnDuty } from '@grid-relief/shared-types/volunteers/volunteer.contract';
import type { SimulatedPerson } from './client';
import { handOver } from './hand-over';
import { fetchFromPlace, putAtPlace } from './pick-up';

/** Simulated minutes between looks at the phone. */
const lookEveryMinutes = 2;
const shoppingMinutes = 15;
const walkingMinutes = 8;

export interface Pace {
  /** Waits for minutes of the simulated day. */
  minutes(count: number): Promise<void>;
  /** Minutes of the simulated day since it began. */
  now(): number;
  readonly over: () => boolean;
}

export interface Diary {
  submitted(id: string, at: number): void;
  accepted(id: string, at: number): void;
  dropped(id: string, at: number): void;
  /** Put on its number at a pick-up place, and fetched there. */
  placed(id: string, at: number): void;
  fetched(id: string, at: number): void;
  refused(problem: string): void;
  /** The state in which a request was seen last. */
  left(state: string): void;
}

const basket = [
  {
    line: 'rice1',
    name: '大米',
    unit: '袋',
    quantity: 1,
    substitution: { rule: 'SIMILAR' as const, maxExtraPercent: 20 },
  },
  { line: 'eggs1', name: '鸡蛋', unit: '板', quantity: 1, substitution: { rule: 'NONE' as const } },
];

/** A resident asks once, then confirms or fetches what arrives and says it is paid. */
export async function liveAsResident(person: SimulatedPerson, pace: Pace, diary: Diary): Promise<void> {
  const home = person.me.households.find(({ relation }) => relation === 'OWN');
  if (!home) return;
  const id = TaskId.parse(person.newId());
  const asked = await person.call(submitDelivery, {
    body: { id, household: home.household, kind: 'GROCERY', lines: basket, daysLeft: 1, payMode: 'VOLUNTEER_ADVANCE' },
  });
  if (!asked.ok) return diary.refused(asked.problem);
  diary.submitted(id, pace.now());
  let state = asked.value.state;
  while (!pace.over()) {
    await pace.minutes(lookEveryMinutes);
    const seen = await person.call(getDelivery, { params: { id: id as never } }); // a task id is a record id
    if (!seen.ok) continue;
    state = seen.value.state;
    if (await fetchFromPlace(person, seen.value)) diary.fetched(id, pace.now());
    if (seen.value.actions.includes('confirm'))
      await person.call(confirm, { params: { id: id as never }, body: { opId: person.newOpId() } });
    if (seen.value.actions.includes('tickPaid')) {
      const paid = await person.call(tickPaid, { params: { id: id as never }, body: { opId: person.newOpId() } });
      return diary.left(paid.ok ? (paid.value.view?.state ?? state) : state);
    }
  }
  diary.left(state);
}

/** A volunteer on duty: answers offers, takes from the pool when idle, and carries what is held one step at a time. */
export async function liveAsVolunteer(
  person: SimulatedPerson,
  pace: Pace,
  diary: Diary,
  photo: Uint8Array,
): Promise<void> {
  await person.call(goOnDuty, {
    body: {
      opId: person.newOpId(),
      until: new Date(Date.now() + 8 * 3_600_000).toISOString(),
      temperatureTenths: 365,
      symptoms: false,
    },
  });
  while (!pace.over()) {
    await pace.minutes(lookEveryMinutes);
    await answerOffers(person, pace, diary);
    const held = await person.call(heldByMe);
    if (!held.ok) continue;
    for (const task of held.value.items) await carry(person, task, pace, diary, photo);
    await handOver(person, () => photograph(person, 'HANDOVER', photo));
    if (held.value.items.length === 0) await takeFromPool(person, pace, diary);
  }
}

async function answerOffers(person: SimulatedPerson, pace: Pace, diary: Diary): Promise<void> {
  const offers = await person.call(offeredToMe);
  if (!offers.ok) return;
  for (const { id } of offers.value.items) {
    const taken = await person.call(accept, { params: { id: id as never }, body: { opId: person.newOpId() } });
    if (taken.ok) diary.accepted(id, pace.now());
    else diary.refused(taken.problem);
  }
}

async function takeFromPool(person: SimulatedPerson, pace: Pace, diary: Diary): Promise<void> {
  const free = await person.call(pool, { query: { limit: 5 } });
  const first = free.ok ? free.value.items[0] : undefined;
  if (!first) return;
  const taken = await person.call(claim, { params: { id: first.id as never }, body: { opId: person.newOpId() } });
  if (taken.ok) diary.accepted(first.id, pace.now());
  else diary.refused(taken.problem);
}

async function photograph(person: SimulatedPerson, purpose: string, photo: Uint8Array) {
  const id = FileId.parse(person.newId());
  await person.upload(`/files/${id}?purpose=${purpose}`, 'image/jpeg', photo);
  return id;
}

/** The next step of one delivery, as the server's `actions` allow it. */
async function carry(
  person: SimulatedPerson,
  task: DeliveryView,
  pace: Pace,
  diary: Diary,
  photo: Uint8Array,
): Promise<void> {
  const params = { id: task.id as never };
  const opId = person.newOpId();
  const may = (action: string) => task.actions.includes(action);
  if (may('startShopping')) {
    await person.call(startShopping, { params, body: { opId } });
    await pace.minutes(shoppingMinutes);
  } else if (may('purchase')) {
    const receiptPhoto = await photograph(person, 'RECEIPT', photo);
    const lines = task.lines.map(({ line, quantity, estimateFen }) => ({
      line,
      outcome: 'FOUND' as const,
      boughtQuantity: quantity,
      actualFen: estimateFen,
    }));
    const bought = await person.call(purchase, { params, body: { opId, receiptPhoto, bags: 1, lines } });
    if (!bought.ok) diary.refused(bought.problem);
  } else if (may('depart')) {
    await person.call(depart, { params, body: { opId } });
    await pace.minutes(walkingMinutes);
  } else if (task.mode === 'SLOT' && may('placeForPickup')) {
    if (await putAtPlace(person, task)) diary.placed(task.id, pace.now());
  } else if (may('drop')) {
    const done = await person.call(drop, {
      params,
      body: { opId, photo: await photograph(person, 'DROP_PROOF', photo) },
    });
    if (done.ok) diary.dropped(task.id, pace.now());
  } else if (may('tickReceived')) {
    await person.call(tickReceived, { params, body: { opId } });
  }
}
