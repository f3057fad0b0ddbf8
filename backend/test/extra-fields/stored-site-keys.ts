const words = (text: string) => text.split(' ');

/** The supply clock of a home. */
export const supply = [
  ...['goods[].good', 'goods[].runsOutAt', 'silentSince'],
  ...['at', 'by', 'answered'].map((field) => `calls[].${field}`),
];

/** Requests for codes; quarantine sites, their rooms, and the beds that were promised: ids only, nobody's name. */
export const ofSites = (tracked: readonly string[]): Readonly<Record<string, readonly string[]>> => ({
  bedClaims: words('_id county about site room at'),
  codeRequests: [
    ...[
      ...tracked,
      ...words('createdAt dueAt about parties[] detail.code detail.because detail.link detail.sealedWho'),
    ],
    ...words('detail.notes[].opId detail.notes[].sealed outbox[].payload.to.party outbox[].payload.to[].party'),
  ],
  rooms: [
    ...[...tracked, ...words('createdAt dueAt about detail.label detail.heldFor detail.person detail.expectedAt')],
    ...words('detail.heads detail.notice detail.movedIn.at detail.movedIn.opId detail.sampled.at detail.sampled.by'),
  ],
  sites: [
    ...tracked,
    ...words('createdAt detail.name detail.threshold detail.labels[] detail.openedBy detail.draftHash'),
    ...words('detail.intakeClosed.at detail.intakeClosed.reason'),
  ],
});
