import type { HandoverCash, RunDetail } from './run';

type Cash = Pick<RunDetail, 'floatFen' | 'handoverCash'>;

/** What counts as passed on: agreed by a person, else as counted, else as stated. Fen. */
function receivedFen({ agreedFen, countedFen, statedFen }: HandoverCash): number {
  return agreedFen ?? countedFen ?? statedFen;
}

/**
 * Cash of the float that whoever carries the run answers for now: all that went out, or what was passed on to this
 * carrier and what was given since (handbook 2.1, pay modes). Fen. Pure.
 */
export function heldFen({ floatFen, handoverCash }: Cash): number {
  if (!handoverCash) return floatFen;
  const received = handoverCash.toCashier ? 0 : receivedFen(handoverCash);
  return received + floatFen - handoverCash.floatFen;
}

/**
 * Cash that is out while nobody carries the run: on its way already, else all that whoever carried it last answers for.
 * Pure.
 * @param former who carried it last
 */
export function cashLeft(detail: Cash, former: string): HandoverCash | undefined {
  const held = heldFen(detail);
  if (held === 0) return undefined;
  return cashStep(detail) === undefined ? passedCash(detail, former, held) : detail.handoverCash;
}

/** What is missing before the cash of the last change of carrier is certain; undefined: nothing. Pure. */
export function cashStep({ handoverCash }: Pick<RunDetail, 'handoverCash'>): 'count-cash' | 'agree-cash' | undefined {
  if (!handoverCash || handoverCash.agreedFen !== undefined) return undefined;
  return handoverCash.countedFen === undefined ? 'count-cash' : 'agree-cash';
}

/**
 * Cash on its way from one carrier to the next; undefined where none ever went out. Pure.
 * @param statedFen what the first says goes along
 */
export function passedCash(detail: Cash, from: string, statedFen: number): HandoverCash | undefined {
  if (detail.floatFen === 0) return undefined;
  const held = heldFen(detail);
  // whoever has none has none to count
  const certain = held === 0 ? { agreedFen: 0 } : {};
  return { from, heldFen: held, statedFen, floatFen: detail.floatFen, ...certain };
}

/** What the first carrier did not pass on: kept for what that one advanced. Fen. Pure. */
export function keptByFirstFen({ heldFen: held, ...cash }: HandoverCash): number {
  return Math.max(0, held - receivedFen({ heldFen: held, ...cash }));
}
