const detail = (text: string) => text.split(' ').map((field) => `detail.${field}`);

/** What a door of a screening may hold, written down by hand: what was said, and what it is called, is sealed. */
export const visitKeys: readonly string[] = [
  ...['createdAt', 'dueAt', 'about'],
  ...detail('grid tries again report said[].opId said[].at said[].sealed'),
  ...detail('found.sealedDoor found.by found.hash'),
];

/** Screenings, the parts of their work, and homes that are phoned. */
export const screeningKeys: readonly string[] = [
  ...['createdAt', 'about'],
  ...detail('areas[] since startsAt questions[] homes plannedBy draftHash milestones[].at milestones[].percent'),
  ...detail('milestones[].stood.homes milestones[].stood.done milestones[].stood.behind'),
  ...detail('what homes[].household homes[].area visits[] visit calls'),
];
