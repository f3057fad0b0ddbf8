import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { deliveryLifecycle as machine } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import { type PersonActor, permittedActions } from '../../lifecycle';
import { type Around, close, iso, type Person, priorities } from './around';
import { type Delivery, type HandoverPhoto, isFree, known } from './delivery';
import { callsAs, isCallable, type Standing } from './delivery.policy';
import type { DeliveryInList } from './delivery-in-list';
import { flagsForGrid } from './flagged.verbs';
import { custodyOf, registerOf } from './medicine.presenter';
import { moneyOf } from './money.presenter';
import { nextStepOf } from './next-step.rules';
import { goesToPlace } from './pickup-mode';
import { unfedFlags } from './post.verbs';
import { isHeldOutside } from './sealed-zone';
import { timelineOf } from './timeline.presenter';

/** One request as this viewer may see it; fields are listed one by one. Pure. */
export function presentDelivery(delivery: Delivery, around: Around): DeliveryView {
  const { detail, assignment } = delivery;
  const { standing, actor, now } = around;
  const near = close.includes(standing);
  const priority = priorities[delivery.priority] ?? 'P3';
  // ids were parsed when they came in; the database gives them back as plain text
  return {
    id: delivery._id,
    kind: delivery.variant,
    state: delivery.state,
    revision: delivery.revision,
    priority,
    mode: detail.mode,
    code: detail.code,
    area: delivery.area,
    areaNames: [...around.areaNames],
    createdAt: delivery.createdAt.toISOString(),
    updatedAt: (delivery.history.at(-1)?.recordedAt ?? delivery.createdAt).toISOString(),
    needs: near ? [...(around.said?.needs ?? [])] : [],
    flags: near && standing !== 'HOLDER' ? shownFlags(delivery, standing) : [],
    lines: standing === 'FORMER' ? [] : detail.lines.map(presentLine),
    estimateFen: detail.estimateFen,
    payMode: detail.payMode,
    rung: assignment.rung,
    timeline: near ? timelineOf(delivery, around) : [],
    next: nextStepOf(delivery),
    actions: actionsFor(delivery, actor, now, around.repaidFirst),
    ...known({
      household: householdOf(delivery, around),
      shop: detail.shop && detail.shopName ? { id: detail.shop, name: detail.shopName } : undefined,
      run: delivery.run,
      offer: standing === 'OFFERED' ? offerOf(assignment) : undefined,
      reason: standing === 'GRID' ? assignment.reason : undefined,
      waitingSince: iso(delivery.waitingSince),
      wantedBy: iso(detail.wantedBy),
      forPost: detail.forPost,
      headCount: detail.headCount,
      medicineDay: near ? around.said?.medicineDay : undefined,
    }),
    ...known({ custody: custodyOf(delivery, around), handoverPhotos: handoverPhotosOf(delivery, around) }),
    ...(near ? nearFields(delivery, around) : {}),
    ...(isOwed(delivery, actor) ? ofCarrier(delivery, around) : {}),
  } as unknown as DeliveryView; // every answer is checked against its contract in the tests
}

/** Whoever carried it no longer sees the household once it is there, but still sees what is owed for it. */
function isOwed({ assignment }: Delivery, { personId }: PersonActor): boolean {
  return assignment.assignee === personId;
}

/** Carries it to a handover point or a pick-up place: the door, and what was said about it, is nothing to them. Pure. */
export function staysFromDoor(delivery: DeliveryInList, standing: Standing): boolean {
  return standing === 'HOLDER' && (isHeldOutside(delivery) || goesToPlace(delivery));
}

/**
 * Carries it to another door than its household's: since when. What was said of the old one, and with the request, is
 * nothing to whoever goes to the new one (handbook 8). Pure.
 */
export function elsewhereSince({ detail }: Pick<DeliveryInList, 'detail'>, standing: Standing): Date | undefined {
  return standing === 'HOLDER' ? detail.sentElsewhereAt : undefined;
}

/** What whoever carried it still sees: what is owed for it, and that its bags are not to be brought to anybody. */
function ofCarrier(delivery: Delivery, { repaidFirst }: Around) {
  const { actualFen, bagsKeptBack } = delivery.detail;
  return known({ actualFen, money: moneyOf(delivery, repaidFirst), keptBack: bagsKeptBack ? true : undefined });
}

/** What only the household, its carrier and its grid see. */
function nearFields(delivery: Delivery, around: Around) {
  const { detail } = delivery;
  const { question, consent, actualFen } = detail;
  const elsewhere = elsewhereSince(delivery, around.standing) !== undefined;
  const outside = elsewhere || staysFromDoor(delivery, around.standing);
  const asked = detail.lines.find(({ line }) => line === question?.line);
  return known({
    askedBy: around.labels.get(detail.askedBy),
    carrier: carrierOf(delivery, around),
    mayCallCarrier: mayCall(delivery, around),
    actualFen,
    words: around.said?.words,
    doorWords: outside ? undefined : around.said?.doorWords,
    wayWords: around.wayWords?.length
      ? around.wayWords.map(({ at, words }) => ({ at: at.toISOString(), words }))
      : undefined,
    fourClass: detail.lines.some(({ controlledFour }) => controlledFour) ? around.fourClass : undefined,
    sentElsewhere: detail.sentElsewhereAt ? true : undefined,
    // whoever does not go to the door does not hear what was said about it
    voiceNote: outside ? undefined : detail.voiceNote,
    prescription: elsewhere ? undefined : detail.prescription,
    receiptPhoto: detail.receiptPhoto,
    dropPhoto: detail.dropPhoto,
    disputePhoto: detail.disputePhoto,
    bags: detail.bags,
    place: around.standing === 'DOCTOR' ? undefined : detail.place,
    consent: consent ? { neededFen: consent.neededFen, ...known({ givenAt: iso(consent.givenAt) }) } : undefined,
    substitution:
      question && asked
        ? {
            line: question.line,
            name: asked.name,
            ...known({ nameEn: asked.nameEn, offeredNameEn: question.offeredNameEn }),
            offeredName: question.offeredName,
            offeredPriceFen: question.offeredPriceFen,
            extraFen: question.offeredPriceFen - asked.estimateFen,
            askedAt: question.askedAt.toISOString(),
            answerBy: question.answerBy.toISOString(),
          }
        : undefined,
    money: moneyOf(delivery, around.repaidFirst),
    receiptCame: detail.receiptCame && { ...detail.receiptCame, at: detail.receiptCame.at.toISOString() },
    keptBack: detail.bagsKeptBack ? true : undefined,
    linkedFrom: detail.linkedFrom,
    linkedTo: detail.linkedTo,
    register: registerOf(delivery, around),
    repeatPrescription: detail.repeatPrescription,
    ...aroundOf(delivery, around),
    undoUntil: iso(detail.undoUntil),
  });
}

/** What nobody outside a sealed zone does. */
const atDoor = ['drop', 'failDelivery', 'queryAddress'];

/** What the table permits; undoing only as long as it is possible, and receiving what is not somebody else's already. */
export function actionsFor(delivery: DeliveryInList, actor: PersonActor, now: Date, repaidFirst = false): string[] {
  const { undoUntil, advancedBy } = delivery.detail;
  const undoable = undoUntil !== undefined && undoUntil >= now;
  const notMine = repaidFirst && advancedBy === actor.personId;
  const sealed = isHeldOutside(delivery) ? atDoor : [];
  const taking = delivery.detail.atPoint ? ['takeOver'] : [];
  const goods = delivery.detail.forPost ? ['addLines', 'editLines'] : [];
  const money = isFree(delivery) ? ['tickPaid', 'tickReceived'] : [];
  const impossible = [
    ...(undoable ? [] : ['undoDrop']),
    ...(notMine ? ['tickReceived'] : []),
    ...sealed,
    ...taking,
    ...goods,
    ...money,
  ];
  return permittedActions(machine, delivery, actor, now).filter((action) => !impossible.includes(action));
}

function offerOf({ expiresAt, reason }: Delivery['assignment']) {
  return expiresAt && reason ? { expiresAt: expiresAt.toISOString(), reason } : undefined;
}

function presentLine(line: Delivery['detail']['lines'][number]) {
  const { weightGrams: _grams, ...shown } = line;
  return { ...shown, controlledFour: line.controlledFour ?? false };
}

function householdOf(delivery: Delivery, { standing, contact }: Around) {
  const { household } = delivery;
  if (!contact) return undefined;
  const { phone, address, doorCode, post } = contact;
  // a post is known by its name, and so is no person
  const { name, nameMasked } = post ? { name: post.name, nameMasked: post.name } : contact;
  // a doctor phones and does not come to the door
  if (standing === 'DOCTOR') return { id: household, name, phone, masked: false };
  // may be phoned, and is not looked up at home
  if (staysFromDoor(delivery, standing) || elsewhereSince(delivery, standing))
    return { id: household, name, phone, masked: false };
  const open = standing === 'HOUSEHOLD' || standing === 'HOLDER';
  // the grid worker opens name and door by a reveal of its own, which is recorded
  return open
    ? { id: household, name, phone, address, masked: false }
    : { id: household, name: nameMasked, doorCode, masked: true };
}

/** For the grid and whoever has the bags; of those who had them, the own ones. Before taking, the count is not given away. */
function handoverPhotosOf({ detail }: Delivery, { standing, actor }: Around): DeliveryView['handoverPhotos'] {
  const all = detail.handoverPhotos ?? [];
  const mine = ({ by, to }: HandoverPhoto) => by === actor.personId || to === actor.personId;
  const seen = standing === 'HOLDER' || standing === 'GRID' ? all : all.filter(mine);
  if (seen.length === 0) return undefined;
  // parsed as a file's id when it came in
  return seen.map(({ photo, at }) => ({ photo, at: at.toISOString() })) as DeliveryView['handoverPhotos'];
}

/** Who else asked, what a doctor said, who comes for the bags. */
function aroundOf(
  { detail, state }: Delivery,
  { labels, doctorWords, actor }: Around,
): Partial<Pick<DeliveryView, 'alsoAskedBy' | 'doctor' | 'handover'>> {
  const { alsoAskedBy = [], doctorNextStep: nextStep, handoverTo, bags = 0 } = detail;
  const to = handoverTo === undefined ? undefined : labels.get(handoverTo);
  const self = handoverTo === actor.personId ? { self: true } : {};
  return {
    ...(alsoAskedBy.length > 0 ? { alsoAskedBy: alsoAskedBy.flatMap((author) => labels.get(author) ?? []) } : {}),
    ...(nextStep || doctorWords ? { doctor: known({ nextStep, words: doctorWords }) } : {}),
    ...(state === 'HANDOVER_PENDING'
      ? { handover: { bags, ...(to ? { to: { label: to.label, ...self } } : {}) } }
      : {}),
  };
}

/** Surname and team; the number is opened on its own (`reveal-carrier.ts`). */
export function carrierOf({ assignment, detail }: DeliveryInList, around: Around): Person | undefined {
  const { labels, actor, standing } = around;
  const { assignee } = assignment;
  // beside bags that are kept back a name would say who is ill
  if (detail.bagsKeptBack && standing === 'HOUSEHOLD') return undefined;
  const label = assignee === undefined ? undefined : labels.get(assignee);
  return label && { ...label, ...(assignee === actor.personId ? { self: true } : {}) };
}

export function shownFlags(delivery: DeliveryInList, standing: Standing): string[] {
  return standing === 'GRID' ? flagsForGrid(delivery) : [...delivery.detail.flags, ...unfedFlags(delivery)];
}

export function mayCall(delivery: DeliveryInList, { actor, now }: Pick<Around, 'actor' | 'now'>): true | undefined {
  return isCallable(delivery, actor) && callsAs(delivery, actor, now) !== undefined ? true : undefined;
}
