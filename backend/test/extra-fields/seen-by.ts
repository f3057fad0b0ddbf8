/**
 * Which fields of a delivery somebody may see, by how they stand to it: written down by hand from docs/privacy.md, read
 * from no presenter. A field that appears for anybody else is a leak, also when the contract knows it.
 */
const everybody = [
  ...['id', 'kind', 'state', 'revision', 'priority', 'mode', 'code', 'area', 'areaNames', 'createdAt', 'updatedAt'],
  ...['lines', 'estimateFen', 'payMode', 'shop', 'run', 'rung', 'waitingSince', 'wantedBy', 'next', 'actions'],
  // how much there is to carry, and that a post waits for it
  ...['forPost', 'headCount'],
];
/** What was asked for in the household's own words, who works on it, and what it cost. */
const near = [
  ...['needs', 'timeline', 'askedBy', 'alsoAskedBy', 'words', 'doorWords'],
  ...['voiceNote', 'prescription', 'receiptPhoto', 'dropPhoto', 'disputePhoto', 'bags', 'actualFen'],
  ...['consent', 'substitution', 'money', 'linkedFrom', 'linkedTo', 'undoUntil', 'medicineDay', 'repeatPrescription'],
  // how medicine of the four classes is sold there
  ...['fourClass'],
];
/** That a pharmacy registers somebody, and has; never whom. */
const register = ['register.given', 'register.registeredAt'];
/** In whose hands the household's card is. */
const custody = ['custody.items', 'custody.takenAt', 'custody.heldBy.label', 'custody.heldBy.team'];
/** Who has the bags, and where they stand to be fetched: nothing to a doctor, who phones. */
const carrier = ['carrier.label', 'carrier.team', 'handover', 'place'];
const contact = ['household.id', 'household.name', 'household.phone', 'household.masked'];

export const seenBy = {
  HOUSEHOLD: [
    ...[...everybody, ...near, ...carrier, ...register, ...custody, 'flags', ...contact],
    // that bags go back on no shelf
    ...['household.address', 'wayWords', 'doctor', 'mayCallCarrier', 'keptBack'],
  ],
  HOLDER: [
    ...[...everybody, ...near, ...carrier, ...register, ...custody, 'handoverPhotos', 'carrier.self', ...contact],
    ...['household.address', 'wayWords', 'custody.heldBy.self'],
  ],
  GRID: [
    // where somebody is sent, so that the grid can help them there; not what the doctor said
    ...[...everybody, ...near, ...carrier, ...register, ...custody, 'handoverPhotos', 'flags', 'reason'],
    ...[
      'doctor.nextStep',
      'household.id',
      'household.name',
      'household.doorCode',
      'household.masked',
      'mayCallCarrier',
      'keptBack',
    ],
  ],
  DOCTOR: [...everybody, ...near, 'flags', ...contact, 'doctor'],
  /** Whoever keeps the store: goods that came back, and no home. */
  STORE: everybody,
  OFFERED: [...everybody, 'offer'],
  ELIGIBLE: everybody,
  /** Whoever carried it sees what is still owed, and nothing of the household. */
  FORMER: [
    ...everybody.filter((field) => field !== 'lines'),
    'actualFen',
    'money',
    // that nobody is brought these bags any more
    'keptBack',
    'handoverPhotos',
    ...custody,
    'custody.heldBy.self',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type Standing = keyof typeof seenBy;

/** Somebody in a list, and at a post: that they come, never why or by whom they were told. */
const comer = [
  ...['id', 'report', 'state', 'revision', 'code', 'nameMasked', 'area', 'areaName', 'foundBy', 'destination'],
  ...['plannedAt', 'arrivedAt', 'lateReport', 'late', 'next', 'actions', 'phoneMasked'],
];
const comerNear = [
  ...[
    'category',
    'reason',
    'formerReasons',
    'questions',
    'duplicateOf',
    'linkedFrom',
    'ownWay',
    'links',
    'tracker',
    'calls',
    'timeline[].at',
    'timeline[].action',
  ],
  ...['timeline[].from', 'timeline[].to', 'timeline[].by', 'timeline[].reason'],
];

/** The same for whoever comes to the county; the words beside a step are the grid's. */
export const comerSeenBy: Readonly<Record<'OWN' | 'GRID' | 'POST', readonly string[]>> = {
  OWN: [...comer, ...comerNear, 'name'],
  GRID: [...comer, ...comerNear, 'timeline[].words'],
  POST: [...comer, 'timeline'],
};

const rowOfEverybody = [
  ...['id', 'kind', 'state', 'priority', 'code', 'area', 'areaName', 'waitingSince', 'late', 'lineCount', 'summary'],
  ...['estimateFen', 'run', 'next', 'revision', 'actions', 'forPost', 'headCount', 'wantedBy'],
];

/** The same for a row of a list. */
export const rowSeenBy: Readonly<Partial<Record<Standing, readonly string[]>>> = {
  HOUSEHOLD: [
    ...[...rowOfEverybody, 'mode', 'needs', 'flags', 'carrier', 'mayCallCarrier', 'offerExpiresAt', 'keptBack'],
    // which of its own homes or posts it is
    'household',
  ],
  GRID: [
    ...[...rowOfEverybody, 'mode', 'needs', 'flags', 'carrier', 'mayCallCarrier', 'offerExpiresAt', 'keptBack'],
    ...['doorCode', 'assignee'],
  ],
  ELIGIBLE: rowOfEverybody,
};

/** What is seen and must not be. */
export function tooMuch(paths: readonly string[], allowed: readonly string[]): string[] {
  return paths.filter(
    (path) => !allowed.some((may) => path === may || path.startsWith(`${may}.`) || path.startsWith(`${may}[`)),
  );
}
