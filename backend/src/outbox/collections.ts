/**
 * Every collection whose documents carry an outbox: read by the relay, by the index plan and by the filter of the
 * change stream. A collection that is missing here never delivers anything.
 */
export const outboxCollections = [
  ...(['tasks', 'lateFacts', 'volunteers', 'returnees', 'episodes', 'policyChanges', 'codeRequests'] as const),
  'areaChanges',
  'investigations',
  ...(['refusals', 'householdEvents', 'personMerges'] as const),
  'transfers',
  ...(['sites', 'rooms'] as const),
  'doorSensors',
  ...(['screenings', 'householdVisits'] as const),
] as const;

export type OutboxCollection = (typeof outboxCollections)[number];

/** The index by which the relay finds due documents; in the plan of every collection above. */
export const relayIndex = {
  key: { 'relay.due': 1 },
  partialFilterExpression: { 'relay.due': { $exists: true } },
} as const;
