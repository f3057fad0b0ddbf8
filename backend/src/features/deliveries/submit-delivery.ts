import type { DeliveryDraft } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { addMinutes, dayOf } from '@grid-relief/shared-types/primitives/instants';
import { Problem } from '../../http/problem';
import { beginRecord, holdsRole, inputHash, isOwn, type PersonActor, untilKnown } from '../../lifecycle';
import { notice } from '../../notice-entry';
import type { NewEntry } from '../../outbox';
import { type Delivery, known, type Said } from './delivery';
import type { DeliveryDeps, HouseholdFacts } from './delivery.deps';
import { deliveryRepository } from './delivery.repository';
import { askDoctor } from './doctor.verbs';
import { follow } from './entries';
import { askGrid } from './flagged.verbs';
import { estimateOf, lineErrors, lineOf } from './line.rules';
import { freeOpenRequest, holdOpenRequest } from './open-request';
import { homeErrors, leadsShift, postErrors, postPriority } from './post.rules';
import { unfedTimer } from './post.verbs';
import { refuse } from './refuse';
import { asksRegister } from './register.rules';
import { sealPatient } from './register.verbs';
import { goodsIn, sharesFor } from './scarce-goods';
import { bagCodeOf, doctorFlags, dueBy, flagsOf, homeEventFlag, modeOf, needsOf, priorityOf } from './triage.rules';

/**
 * Stores a request. The same draft again answers the stored one; a second open one of the kind names the first.
 * @throws Problem not-found, not-allowed, invalid-input, already-open, id-taken, outcome-unknown
 */
export async function submitDelivery(deps: DeliveryDeps, actor: PersonActor, draft: DeliveryDraft): Promise<Delivery> {
  const deliveries = deliveryRepository(deps.connection);
  const now = deps.now();
  const facts = await deps.households.facts(actor.county, draft.household);
  if (!facts || !maySubmit(actor, draft.household, facts, now)) throw new Problem('not-found');
  const stored = await deliveries.byId(actor.county, draft.id);
  if (stored) return sameDraft(stored, draft, actor);
  if (facts.post && !leadsShift(actor, draft.household, facts.area, now)) throw new Problem('not-allowed');
  refuse(facts.post ? postErrors(draft, now) : homeErrors(draft));
  const delivery = await newDelivery(deps, actor, draft, facts, now);
  await holdOpenRequest(deps.connection, delivery, now);
  if (await untilKnown(() => deliveries.insert(delivery))) return delivery;
  const other = await deliveries.byId(actor.county, draft.id);
  if (!other) throw new Problem('id-taken');
  try {
    return sameDraft(other, draft, actor);
  } catch (error) {
    await freeOpenRequest(deps.connection, delivery);
    throw error;
  }
}

/**
 * What a household may still have of a shop's scarce goods, for whoever may order for it.
 * @throws Problem not-found
 */
export async function sharesOf(deps: DeliveryDeps, actor: PersonActor, household: string, shop: string) {
  const { county } = actor;
  const now = deps.now();
  const facts = await deps.households.facts(county, household);
  // a post has no share of what families take turns for
  if (!facts || facts.post || !maySubmit(actor, household, facts, now)) throw new Problem('not-found');
  const goods = [...(await deps.goodsOf(county, shop)).values()];
  return { items: [...(await sharesFor(deps, { county, household, area: facts.area }, goods, now)).values()] };
}

/** For the own household, one spoken for, or any household of the own grid (people without a phone). Pure. */
function maySubmit(actor: PersonActor, household: string, { area }: HouseholdFacts, now: Date): boolean {
  return worksThere(actor, { area }, now) || isOwn({ household }, actor);
}

/** The grid of the household. Pure. */
function worksThere(actor: PersonActor, { area }: Pick<HouseholdFacts, 'area'>, now: Date): boolean {
  return holdsRole(actor, ['GRID_WORKER', 'GRID_LEADER'] as const, scopeOf(area), now);
}

function sameDraft(stored: Delivery, draft: DeliveryDraft, actor: PersonActor): Delivery {
  const same = stored.detail.draftHash === hashOf(draft, actor) && stored.detail.askedBy === actor.personId;
  if (!same) throw new Problem('id-taken');
  return stored;
}

/** The keyed fingerprint of the request: a bare hash of a short text is as good as the text. */
function hashOf(draft: DeliveryDraft, { asked }: PersonActor): string {
  return asked ?? inputHash('submit', draft);
}

async function newDelivery(
  deps: DeliveryDeps,
  actor: PersonActor,
  draft: DeliveryDraft,
  facts: HouseholdFacts,
  now: Date,
): Promise<Delivery> {
  const { id, household, kind, shop, payMode, daysLeft, wantedBy, lines: drafts, needs: said = [] } = draft;
  const { voiceNote, prescription } = draft;
  const [goods, shopName] = shop
    ? await Promise.all([deps.goodsOf(actor.county, shop), deps.shopName(actor.county, shop)])
    : [new Map(), undefined];
  const lines = drafts.map((line) => lineOf(line, goods));
  const asking = { _id: id, county: actor.county, household, area: facts.area };
  const errors = lineErrors(lines, await sharesFor(deps, asking, goodsIn(lines, goods), now));
  if (errors.length > 0) throw new Problem('invalid-input', undefined, { errors });
  const around = { ...facts, needs: facts.post ? [] : [...new Set([...facts.needs, ...said])] };
  const priority = facts.post ? postPriority : priorityOf(kind, around.needs, daysLeft);
  const fourClass = deps.fourClassMode(facts.area, now);
  const looked = facts.event && !worksThere(actor, facts, now) ? [homeEventFlag] : [];
  const flags = withPrescription(draft, priority, [...flagsOf(draft, lines, fourClass), ...looked]);
  const registers = asksRegister(lines, fourClass);
  const forPost = facts.post ? asPost(draft) : {};
  const beginning = {
    ...{ _id: id, county: actor.county, kind: 'DELIVERY' as const, variant: kind, state: 'SUBMITTED' },
    ...{ area: facts.area, scope: scopeOf(facts.area), household, needs: needsOf(kind, around) },
  };
  return {
    ...beginRecord(
      beginning,
      [
        ...firstSteps(flags, facts.area, bagCodeOf(id), now),
        ...unfedTimer(forPost),
        ...(registers && !draft.patient ? [registerNeeded(household, bagCodeOf(id))] : []),
      ],
      now,
    ),
    kind: 'DELIVERY',
    variant: kind,
    household,
    assignment: { excluded: [], rung: 0, misses: 0 },
    priority,
    dueAt: wantedBy ? new Date(wantedBy) : dueBy(priority, now),
    createdAt: now,
    waitingSince: now,
    detail: {
      ...known({ voiceNote, prescription, shop, shopName }),
      ...wishesOf(draft, facts),
      // what no register asks for is not kept (PIPL 6)
      ...(registers && draft.patient ? { patient: await sealPatient(deps, actor.county, draft.patient) } : {}),
      said: await deps.seal(
        actor.county,
        JSON.stringify(saidBy(draft, around.needs, medicineDayOf(draft, facts, now))),
      ),
      mode: modeOf(around),
      zone: facts.zone,
      code: bagCodeOf(id),
      askedBy: actor.personId,
      draftHash: hashOf(draft, actor),
      lines,
      flags,
      estimateFen: estimateOf(lines),
      payMode,
      remarks: [],
      ...(draft.repeatPrescription && kind === 'MEDICINE' ? { repeatPrescription: true as const } : {}),
      ...(wantedBy ? { wantedBy: new Date(wantedBy) } : {}),
      ...forPost,
    },
  };
}

function registerNeeded(household: string, code: string): NewEntry {
  return notice({ household }, 'REGISTER_NEEDED', { code });
}

/** What only the request of a post has. */
function asPost({ headCount, wantedBy }: DeliveryDraft) {
  const by = wantedBy === undefined ? undefined : new Date(wantedBy);
  return { forPost: true as const, ...known({ headCount, wantedBy: by }) };
}

/** Triaged at once by rule, or looked at by a person first: the doctor, the grid, or both. */
function firstSteps(flags: readonly string[], area: string, code: string, now: Date): NewEntry[] {
  if (flags.length === 0) return [follow('triage')];
  const doctors = flags.some((flag) => doctorFlags.includes(flag)) ? askDoctor(area, code, now) : [];
  const forGrid = flags.some((flag) => !doctorFlags.includes(flag));
  return [...doctors, ...(forGrid ? askGrid(area, code, now) : [])];
}

/** A prescription is seen by a doctor first, unless a life is at risk (handbook 4.2). */
function withPrescription({ kind, prescription }: DeliveryDraft, priority: number, flags: readonly string[]) {
  const look = kind === 'MEDICINE' && prescription && priority > 0 && !flags.includes('DOCTOR');
  return look ? [...flags, 'DOCTOR_LOOK'] : flags;
}

function saidBy({ words, doorWords }: DeliveryDraft, needs: Said['needs'], medicineDay: string | undefined): Said {
  return { needs, ...known({ words, doorWords, medicineDay }) };
}

/** Who should come to the door: said now, or known of the household; counted by the router (handbook 4.2). */
function wishesOf({ genderWish, dialect }: DeliveryDraft, facts: HouseholdFacts) {
  const gender = genderWish ?? facts.genderWish;
  const wishes = dialect ? [dialect] : [...(facts.dialects ?? [])];
  return { ...known({ genderWish: gender }), ...(wishes.length > 0 ? { wishes } : {}) };
}

/** The Shanghai day on which the medicine ends: as said, or as known of the household. */
function medicineDayOf({ kind, daysLeft }: DeliveryDraft, { medicineRunsOut }: HouseholdFacts, now: Date) {
  if (kind !== 'MEDICINE') return undefined;
  return daysLeft === undefined ? medicineRunsOut : dayOf(addMinutes(now, daysLeft * 24 * 60));
}
