const sensor = [
  ...[
    'label',
    'home',
    'addedBy',
    'key.sealed',
    'key.opId',
    'key.generation',
    'place',
    'removalAskedAt',
    'silentSince',
    'group',
  ],
  ...['seq', 'at', 'door', 'doorAt', 'opened', 'closed'].map((field) => `signs.${field}`),
  ...['consent.how', 'consent.by', 'consent.at', 'behind[].episode', 'behind[].about'],
  ...['flags.LOW_BATTERY', 'flags.TAMPER'],
];
/** What only an alert about a door holds. */
export const alertKeys = ['code', 'sensor', 'since', 'notes[].opId', 'notes[].sealed'];

const words = (text: string) => text.split(' ');

/** Sensors at doors, what doors did, and what was announced; `tracked`: what every record with a lifecycle holds. */
export const storedOfDoors = (tracked: readonly string[]): Readonly<Record<string, readonly string[]>> => ({
  doorEvents: words('_id alert at county household kind purgeAt receivedAt sensor why'),
  doorSensors: [...tracked, ...words('createdAt dueAt'), ...sensor.map((field) => `detail.${field}`)],
  doorWindows: words('_id area by county from household purgeAt to why'),
});
