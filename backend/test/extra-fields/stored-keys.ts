import type { TestApp } from '../../src/testing/test-app';
import { storedKeys } from './keys-in';
import { screeningKeys, visitKeys } from './screening-keys';
import { storedOfAreaChanges } from './stored-area-keys';
import { storedOfCases } from './stored-case-keys';
import { alertKeys, storedOfDoors } from './stored-doors';
import { homeEventKeys } from './stored-home-keys';
import { quarantineKeys } from './stored-quarantine-keys';
import { ofSites, supply } from './stored-site-keys';
import { storedOfTransfers } from './stored-transfers';

const history = [
  ...['action', 'from', 'to', 'by', 'role', 'occurredAt', 'recordedAt', 'reason', 'opId', 'inputHash', 'revision'],
  'holder',
].map((field) => `history[].${field}`);
const recipient = ['area', 'gridOf', 'household', 'person', 'role'].flatMap((field) => [
  `to.${field}`,
  `to[].${field}`,
]);
const noticeValues = 'at code expiresAt number place point priority doors grids left percent areas from link';
const payload = [
  ...['about', 'action', 'amountFen', 'code', 'codes[]', 'done', 'key', 'onTime', 'opId', 'person', 'record', 'row'],
  ...['run', 'since', 'until', 'urgent'],
  ...recipient,
  ...noticeValues.split(' ').map((field) => `values.${field}`),
];
const entry = [
  ...['id', 'kind', 'due', 'attempts'],
  ...payload.map((field) => `payload.${field}`),
  ...['states[]', 'revision', 'claimOp', 'enteredBy'].map((field) => `while.${field}`),
];
const tracked = [
  ...['_id', 'county', 'kind', 'variant', 'state', 'revision', 'enteredBy', 'area', 'scope[]', 'household', 'run'],
  ...['needs.skills[]', 'needs.ppe', 'needs.loop', 'relay.due', 'relay.lease', 'relay.owner', ...history],
  ...['offeredTo', 'expiresAt', 'assignee', 'claimOp', 'excluded[]', 'missedBy[]', 'misses', 'rung', 'told'].map(
    (field) => `assignment.${field}`,
  ),
  ...['considered', 'how', 'rung', 'score', 'parts[].code', 'parts[].points'].map(
    (field) => `assignment.reason.${field}`,
  ),
  ...entry.map((field) => `outbox[].${field}`),
];

/** What a line of a request holds, and what a shop has answered to it. */
const line = [
  ...['line', 'sku', 'name', 'unit', 'quantity', 'priceLimitFen', 'estimateFen', 'actualFen', 'boughtQuantity', 'cold'],
  ...['controlledFour', 'weightGrams', 'nameEn', 'picture', 'aisle', 'outcome', 'substitution.rule'],
  ...['substitution.maxExtraPercent', 'replacement.name', 'replacement.priceFen'],
].map((field) => `lines[].${field}`);
const sealedWords = ['remarks', 'reasonWords'].flatMap((list) =>
  ['at', 'opId', 'sealed'].map((field) => `${list}[].${field}`),
);
const delivery = [
  ...['mode', 'zone', 'code', 'askedBy', 'alsoAskedBy[]', 'draftHash', 'shop', 'shopName', 'said', 'voiceNote'],
  ...['prescription', 'flags[]', 'estimateFen', 'actualFen', 'payMode', 'receiptPhoto', 'dropPhoto', 'failPhoto'],
  ...['disputePhoto', 'bags', 'bagsAtStart', 'bagsKeptBack', 'advancedBy', 'paidTick', 'receivedTick', 'handoverTo'],
  ...['atPoint', 'insideBy', 'linkedFrom', 'linkedTo', 'droppedAt', 'confirmedAt', 'undoUntil', 'place', 'wantedBy'],
  ...['photo', 'by', 'at', 'to'].map((field) => `handoverPhotos[].${field}`),
  ...['patient', 'registered.at', 'registered.by', 'repeatPrescription'],
  ...['items[]', 'takenBy', 'takenAt', 'heldBy', 'returnedAt', 'returnedBy', 'told'].map((field) => `custody.${field}`),
  ...['retry.from', 'retry.to', 'genderWish', 'wishes[]', 'doctorNextStep', 'doctorWords', 'doctorTold', 'flagTold'],
  ...['forPost', 'headCount', 'unfedAt', 'silentTold'],
  ...['repayTold', 'decision', 'refundFen', 'disputedLines[]', 'consent.givenAt', 'consent.neededFen'],
  ...['disposition', 'countedInAt'],
  ...['answerBy', 'askedAt', 'line', 'offeredName', 'offeredNameEn', 'offeredPriceFen'].map(
    (field) => `question.${field}`,
  ),
  ...['sentElsewhereAt', 'wayWords[].at', 'wayWords[].sealed', ...line, ...sealedWords],
  ...['opId', 'action', 'by', 'occurredAt', 'decidedBy', 'counts', 'reason', 'photo', 'bags'].map(
    (field) => `lateMarks[].${field}`,
  ),
  ...['at', 'beforeFen', 'afterFen'].map((field) => `receiptCame.${field}`),
];
const run = [
  ...['weightGrams', 'floatFen', 'floatReturnedFen', 'order[]', 'households[]', 'window.cutOff', 'window.from'],
  ...['window.to', 'handoverCount.at', 'handoverCount.bags'],
  ...['from', 'heldFen', 'statedFen', 'countedFen', 'countedBy', 'toCashier', 'agreedFen', 'floatFen'].map(
    (field) => `handoverCash.${field}`,
  ),
  ...['at', 'bags', 'from', 'photo', 'to'].map((field) => `handovers[].${field}`),
  ...['delivery', 'household', 'code', 'weightGrams', 'estimateFen', 'priority'].map((field) => `members[].${field}`),
];
const leg = ['delivery', 'point', 'outside', 'inside', 'countedBags', 'photo', 'signedAt', 'dueAt', 'overdue'];
const policyChange = [
  ...['wanted.of', 'wanted.code', 'wanted.version', 'wanted.set', 'preparedBy', 'draftHash', 'words', 'from'],
  ...['do', 'place[]', 'areaRisk', 'source', 'line', 'was', 'validFrom', 'firstCaseAt'].map(
    (field) => `wanted.steps[].${field}`,
  ),
  ...['shorten', 'lengthen', 'start', 'end', 'otherwise', 'undecided', 'unmoved', 'moved'].map(
    (field) => `preview.${field}`,
  ),
  ...['over.code', 'over.version', 'longer.by', 'longer.named[]', 'approvedBy', 'takesEffectAt', 'ones[]'],
  ...['opId', 'at', 'sealed'].map((field) => `reasonWords[].${field}`),
];
const slot = [
  ...['nth', 'askedAt', 'placeArea', 'from', 'turnOp', 'until', 'number', 'numberOp', 'bagAt', 'missed', 'reserveOp'],
];
const link = [
  ...['traveller', 'countedFrom', 'minutes', 'ringsAt', 'generation', 'endedAt'],
  ...['opId', 'at', 'sealed'].map((field) => `notes[].${field}`),
];
/** Whoever comes: what was told and what was judged stands sealed, one text each. */
const returnee = [
  ...['report', 'foundBy', 'destination', 'code', 'lateReport', 'said', 'verdict', 'formerVerdicts[]', 'plannedAt'],
  ...['arrivedAt', 'duplicateOf', 'linkedFrom', 'by', 'draftHash', 'draft', 'people', 'from', 'until', 'tests'],
  ...['linkedBy', 'judgedAt', 'homeAt', 'way.how', 'way.changes'],
  ...['at', 'answered', 'opId'].map((field) => `calls[].${field}`),
  ...['feverTenths', 'contact.at', 'contact.opId', 'contact.sealed'],
  ...['notes', 'swabs', 'reports'].flatMap((list) => ['opId', 'at', 'sealed'].map((field) => `${list}[].${field}`)),
];
const lateInput = [
  ...['bags', 'code', 'number', 'opId', 'occurredAt', 'photo', 'place', 'receiptPhoto', 'reason.code', 'revision'],
  ...['sealedWords', 'ownIdShown', 'items[]', 'sealed', 'answered', 'line', 'outcome', 'boughtQuantity', 'actualFen'],
  ...['replacement.name', 'replacement.priceFen', 'help', 'report', 'saidBy', 'heads', 'identityChecked', 'mask'],
  ...['luggage', 'tried[]', ...['line', 'outcome', 'boughtQuantity', 'actualFen'].map((field) => `lines[].${field}`)],
  'selfTestPhoto',
];
const lateFact = [
  ...['action', 'by', 'occurredAt', 'recordedAt', 'inputHash', 'reason', 'record', 'recordKind', 'recordRevision'],
  ...['recordState', 'input', ...lateInput.map((field) => `input.${field}`)],
].map((field) => `fact.${field}`);

const words = (text: string) => text.split(' ');

/** Every field that a collection may hold, written down by hand; a field that is not here came in with somebody's request. */
const stored: Readonly<Record<string, readonly string[]>> = {
  accounts: words(
    '_id county blocked changedAt endedSessions[] grants[].area grants[].change grants[].role grants[].team grants[].through[] grants[].until ' +
      'households[].as households[].consentedAt households[].household households[].post households[].relation invitations[] ' +
      'ops[].at ops[].by ops[].inputHash ops[].opId tokensFrom version',
  ),
  announcements: words('_id at county kind record revision topics[]'),
  areas: words(
    '_id adjacent[] county endedBy level madeBy name scope[] successors[] validFrom validTo fourClass[].by fourClass[].from fourClass[].inputHash ' +
      'fourClass[].mode fourClass[].opId formerNames[].name formerNames[].until formerNames[].change',
  ),
  auditBatches: words('_id county first links[] number rows[] sealedAt'),
  auditLeases: words('_id owner until'),
  auditRows: words('_id at batch county did kind mac record role who why'),
  dataKeys: words('_id county destroyedAt period purpose usableFrom use version wrapped'),
  ...storedOfDoors(tracked),
  episodes: [
    ...tracked,
    ...words('about createdAt dueAt keys[] parties[]'),
    ...supply.map((field) => `detail.${field}`),
    ...quarantineKeys,
  ],
  files: words('_id by bytes checkAt content contentType county kind purpose records[] sealedKey sentHash storedAt'),
  guesses: words('_id at[] expiresAt'),
  households: words(
    '_id county area scope[] contactName phone address facts isPost createdAt formerAddresses[].address ' +
      'formerAddresses[].by formerAddresses[].opId formerAddresses[].until',
  ),
  ...storedOfCases(tracked),
  householdVisits: [...tracked, ...visitKeys],
  invitations: words('_id acceptedBy area by codeHash county expiresAt inputHash phone role team until'),
  lateFacts: [...tracked, ...lateFact, 'told'],
  ledger: words('_id amountFen at by code county delivery dueAt kind opId person run scope[] settledAt told'),
  messageCredits: words('_id county credits.* ops[].inputHash ops[].opId'),
  notices: [
    ...words('_id asks[] at audience code county household person readAt record sendBy[] sendDue tries unread urgent'),
    'withdrawnAt',
    ...noticeValues.split(' ').map((field) => `values.${field}`),
  ],
  oneTimeCodes: words('_id codeHash expiresAt relation usedAt usedBy'),
  operations: words('_id at by county inputHash'),
  owners: words('_id county person'),
  people: words('_id county createdAt name openid phone phoneIndex[]'),
  pickupClaims: words('_id area at county number opId slot what'),
  ...storedOfAreaChanges(tracked),
  policyChanges: [...tracked, ...words('createdAt about'), ...policyChange.map((field) => `detail.${field}`)],
  policyChoices: words('_id change code county from version'),
  policyMoves: words(
    '_id change county kind move one doneAt ' +
      ['shown', 'decided'].flatMap((at) => ['kind', 'oldEnd', 'newEnd', 'reasons'].map((f) => `${at}.${f}`)).join(' '),
  ),
  policySets: words('_id code county set storedAt version'),
  proxyAsks: words('_id at by county expiresAt inputHash sent'),
  ...ofSites(tracked),
  returnees: [
    ...tracked,
    ...words('createdAt dueAt about keys[] parties[]'),
    ...['life', 'to.party', 'to[].party'].map((field) => `outbox[].payload.${field}`),
    ...returnee.map((field) => `detail.${field}`),
  ],
  householdEvents: [...tracked, ...homeEventKeys],
  reservations: words('_id at county holder'),
  riskAreas: words('_id areaRisk change countsSince county endedBy firstCaseAt place[] source validFrom validTo'),
  screenings: [...tracked, ...screeningKeys],
  ...{ sessions: words('_id county current device expiresAt generation person revokedAt rotatedAt'), shops: [] },
  tasks: [
    ...tracked,
    ...words('createdAt dueAt priority waitingSince'),
    ...[...delivery, ...run, ...leg, ...slot, ...link, ...alertKeys].map((field) => `detail.${field}`),
  ],
  ...storedOfTransfers(tracked),
  volunteers: [
    ...['sickAt', 'sickCause', 'sickTenths', 'sickWords', 'relay.due', 'relay.lease', 'relay.owner'],
    ...['since', 'at', 'by', 'sealed', 'opId', 'inputHash'].map((field) => `clearedHolds[].${field}`),
    ...entry.map((field) => `outbox[].${field}`),
    ...words(
      '_id area contactChain county dialects[] duty.inputHash duty.on duty.opId duty.since duty.temperatureTenths ' +
        'duty.until dutyOps[].inputHash dutyOps[].opId gender healthHold loop ppe relatives[] scope[] seatLimit ' +
        'seats[].at seats[].opId seats[].task skills[] stats.day stats.doneToday stats.ended stats.endedOnTime ' +
        'stats.lastServedAt team',
    ),
  ],
};

/** Keys of a map are many; a hash is one of ours. */
const asOne = (path: string) => path.replace(/^credits\.[\w-]{43}$/, 'credits.*');

/** Fields and collections that nobody has written down. */
export async function unknownFields(app: TestApp): Promise<string[]> {
  const found = await storedKeys(app);
  return [...found].flatMap(([collection, paths]) => {
    const known = stored[collection];
    if (!known) return [`${collection}: not known`];
    const unknown = [...paths].map(asOne).filter((path) => !known.includes(path));
    return unknown.map((path) => `${collection}: ${path}`);
  });
}
