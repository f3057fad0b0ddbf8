const taken = ['owner', 'opId'];
/** A trip and somebody on its list; who it is, the pick-up, the route and what was measured are sealed. */
const transfer = [
  ...[
    'code',
    'kind',
    'goal',
    'together',
    'passengers[]',
    'from',
    'minutes',
    'sealedPickup',
    'sealedRoute',
    'expectedAt',
    'ownWay',
  ],
  ...['sealedTo', 'pickupArea', 'askedBy', 'draftHash'],
  ...['redirectedOnRoad', 'rings', 'vehicle.plate', 'vehicle.seats', 'vehicle.partition'],
  ...['beds', 'formerBeds[]'].flatMap((kept) => ['site', 'name', 'area', 'opId'].map((field) => `${kept}.${field}`)),
  ...['vehicle', 'driver', 'formerDrivers[]', 'strandedVehicles[]'].flatMap((has) =>
    taken.map((field) => `${has}.${field}`),
  ),
  ...['boarding', 'handOver'].flatMap((sheet) => ['by', 'role', 'at', 'heads'].map((field) => `${sheet}.${field}`)),
];
const passenger = [
  'trip',
  'link',
  'sealedWho',
  'sealedNeeds',
  'sealedHealth',
  'luggage',
  'identityChecked',
  'tried[]',
  'room',
  'roomLabel',
];

/** Everything that only a trip or a passenger stores. */
const transferDetail: readonly string[] = [...transfer, ...passenger];

/** What trips and vehicles store. */
export const storedOfTransfers = (tracked: readonly string[]) => ({
  fleet: [
    ...[...tracked, 'plate', 'places', 'partition', 'kinds[]', 'carries[]', 'drivers[]', 'addedBy', 'draftHash'],
    ...['task', 'opId', 'at'].map((field) => `seats[].${field}`),
  ],
  transfers: [
    ...[...tracked, 'createdAt', 'dueAt', 'about', 'parties[]'],
    ...['to.party', 'to[].party'].map((field) => `outbox[].payload.${field}`),
    ...transferDetail.map((field) => `detail.${field}`),
  ],
});
