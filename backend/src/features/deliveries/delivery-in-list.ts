import type { Delivery, DeliveryDetail, Line } from './delivery';

const ofRecord = [
  ...['_id', 'county', 'kind', 'variant', 'state', 'revision', 'enteredBy', 'area', 'scope', 'household', 'needs'],
  ...['assignment', 'history', 'priority', 'dueAt', 'createdAt', 'waitingSince', 'run'],
] as const satisfies readonly (keyof Delivery)[];
const ofDetail = [
  ...['mode', 'zone', 'code', 'said', 'flags', 'estimateFen', 'payMode', 'advancedBy', 'handoverTo', 'atPoint'],
  ...['insideBy', 'undoUntil', 'retry', 'custody', 'droppedAt', 'actualFen', 'flagTold'],
  ...['forPost', 'headCount', 'unfedAt', 'wantedBy', 'sentElsewhereAt', 'bagsKeptBack', 'disposition', 'countedInAt'],
] as const satisfies readonly (keyof DeliveryDetail)[];
const ofLine = ['name', 'nameEn', 'quantity'] as const satisfies readonly (keyof Line)[];

/** A delivery as lists read it: who may see and do what, whose turn it is, and the names of its goods. */
export interface DeliveryInList extends Pick<Delivery, (typeof ofRecord)[number]> {
  readonly detail: Pick<DeliveryDetail, (typeof ofDetail)[number]> & {
    readonly lines: readonly Pick<Line, (typeof ofLine)[number]>[];
  };
}

/** The fields of `DeliveryInList`, for the database: the rest of a record weighs several times as much. */
export const listFields: Readonly<Record<string, 1>> = Object.fromEntries(
  [...ofRecord, ...ofDetail.map((name) => `detail.${name}`), ...ofLine.map((name) => `detail.lines.${name}`)].map(
    (field) => [field, 1],
  ),
);
