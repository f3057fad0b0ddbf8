import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { ShopId } from '@grid-relief/shared-types/primitives/ids';
import type { Connection } from 'mongoose';
import type { Deps } from '../feature';
import type { AreaBook } from '../features/areas';
import type { Delivery, DeliveryDeps } from '../features/deliveries';
import { homeNow, quietHomes } from '../features/household-events';
import { type HouseholdRepository, householdRepository } from '../features/households';
import { shopRepository } from '../features/shops';
import type { VolunteerDeps, VolunteerSeats } from '../features/volunteers';
import { nameOf } from '../lifecycle';
import { maskName } from '../masks';
import { asRouteTask, type CandidateDeps, candidateRows, limitFor, mayTake, rowOf } from '../routing';
import type { Labels } from './labels';
import { sameLook } from './same-look';

/** A grid has at most some hundred doors. */
const doorsPerGrid = 600;
/** What the words about a way are sealed for; what is opened for another purpose does not open. */
const wayPurpose = 'delivery/way';
/** Looks of a carrier at one door are one look a while: reading the page again is not a new one. Minutes. */
const sameLookMinutes = 15;

interface Parts {
  readonly deps: Deps;
  readonly book: AreaBook;
  readonly labels: Labels;
  readonly seats: VolunteerSeats;
  readonly tell: DeliveryDeps['tell'];
  readonly routing: CandidateDeps;
}

/** What deliveries need of the other features, as functions (docs/architecture.md, rule 1). */
export function deliveryDeps({ deps, book, labels, seats, routing, tell }: Parts): DeliveryDeps {
  const households = householdRepository(deps.connection, deps.vault);
  const shops = shopRepository(deps.connection);
  return {
    connection: deps.connection,
    now: deps.now,
    areas: book,
    households: householdQuestions(deps.connection, households, book),
    goodsOf: (county, shop) => shops.goodsOf(county, ShopId.parse(shop)),
    shopName: async (county, shop) => (await shops.byId(county, ShopId.parse(shop)))?.name,
    labelsOf: labels.labelsOf,
    audit: lookOf(deps),
    auditReveal: revealOf(deps),
    auditCall: callOf(deps),
    phoneOf: async (county, person) => (await deps.identity.open(county, [person])).get(person)?.phone,
    seal: async (county, words) => (await deps.vault.of(county, 'epidemic')).seal(words, wayPurpose),
    unseal: async (county, sealed) => (await deps.vault.of(county, 'epidemic')).open(sealed, wayPurpose),
    seats,
    tell,
    mayTake: (traits, now) => mayTake(traits, routing.policy, now),
    candidatesFor: (delivery, now) => candidatesFor(routing, labels, delivery, now),
    quietHomes: quietHomes(deps.connection),
    fourClassMode: (area, now) => book.fourClassOf(area, now),
  };
}

function householdQuestions(
  connection: Connection,
  households: HouseholdRepository,
  book: AreaBook,
): DeliveryDeps['households'] {
  return {
    async facts(county, id) {
      const found = await households.find(county, id);
      if (!found) return undefined;
      const area = areaId(found.area);
      const happens = await homeNow(connection, county, id);
      const { inQuarantine, needs, medicineRunsOut, genderWish, dialects, post } = found;
      return {
        ...{ area, zone: book.zoneOf(area), inQuarantine, needs },
        ...(medicineRunsOut ? { medicineRunsOut } : {}),
        ...(genderWish ? { genderWish } : {}),
        ...(dialects ? { dialects } : {}),
        ...(post ? { post } : {}),
        ...(happens.isOpen ? { event: { isUnsecured: happens.isUnsecured } } : {}),
      };
    },
    async contact(county, id) {
      const [open] = await households.open(county, [id]);
      if (!open) return undefined;
      return {
        name: open.contactName,
        nameMasked: maskName(open.contactName),
        phone: open.phone,
        address: open.address,
        doorCode: open.doorCode,
        ...(open.post ? { post: open.post } : {}),
      };
    },
    correctAddress: ({ actor, ...change }) => households.correctAddress({ ...change, by: nameOf(actor) }),
    idsIn: (county, area) => households.idsIn(county, area),
    doorCodes: (county, ids) => households.doorCodes(county, ids),
    async doorsIn(county, area) {
      const rows = await households.list({ county, areas: [area], limit: doorsPerGrid });
      return rows.map(({ _id, doorCode, nameMasked }) => ({
        household: _id,
        doorCode,
        nameMasked,
        surname: nameMasked.charAt(0),
      }));
    },
  };
}

function lookOf({ audit }: Deps): DeliveryDeps['audit'] {
  return async ({ actor, household, record, why, role, at }) => {
    const { county, personId: who } = actor;
    const look = sameLook(county, at, sameLookMinutes, 'look', who, record);
    await audit.record({ ...look, who, role, kind: 'household', record: household, did: 'reveal', why });
  };
}

function revealOf({ audit }: Deps): DeliveryDeps['auditReveal'] {
  return ({ actor, opId: id, household: record, ...look }) =>
    audit.record({
      ...look,
      id,
      county: actor.county,
      who: actor.personId,
      kind: 'household',
      record,
      did: 'register',
    });
}

/** Each opening of a person's number is a look of its own. */
function callOf({ audit }: Deps): DeliveryDeps['auditCall'] {
  return ({ actor: { county, personId: who }, person: record, opId: id, ...look }) =>
    audit.record({ ...look, id, county, who, kind: 'person', record, did: 'reveal' });
}

/** What an investigator or a doctor reads of a volunteer who is ill is a look, and the person can be told by whom. */
export function lookAtPerson({ audit }: Deps): VolunteerDeps['recordLook'] {
  return async ({ county, personId: who }, record, at, role) => {
    const did = role === 'DOCTOR' ? 'hold' : 'doors';
    const look = sameLook(county, at, sameLookMinutes, did, who, record);
    await audit.record({ ...look, who, role, kind: 'person', record, did, why: 'HEALTH_HOLD' });
  };
}

async function candidatesFor(routing: CandidateDeps, labels: Labels, delivery: Delivery, now: Date) {
  const task = asRouteTask(delivery);
  const rows = await candidateRows(routing, delivery.county, task, now);
  const names = await labels.labelsOf(
    delivery.county,
    rows.map(({ candidate }) => candidate.person),
  );
  const { assignee } = delivery.assignment;
  return rows.map(({ candidate, ranked, ...row }) => {
    // naming whoever has it already would change nothing
    const excludedBecause = candidate.person === assignee ? 'HOLDS_IT' : row.excludedBecause;
    return {
      person: candidate.person as never, // a volunteer's id is a person's id
      label: names.get(candidate.person)?.label ?? '',
      team: candidate.team,
      score: ranked?.score ?? 0,
      parts: [...(ranked?.parts ?? [])],
      open: candidate.open,
      limit: limitFor(candidate, rowOf(task, routing.policy)),
      ...(excludedBecause ? { excludedBecause } : {}),
    };
  });
}
