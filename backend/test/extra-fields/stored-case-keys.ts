const words = (text: string) => text.split(' ');
const ofDetail = (text: string) => words(text).map((field) => `detail.${field}`);

/** What an investigation holds beside what every record holds: who a case or a contact is stands sealed. */
const caseKeys: readonly string[] = [
  ...words('createdAt dueAt about keys[] outbox[].payload.contacts[]'),
  ...ofDetail('code because who by draftHash path reportedAt interviewedAt reviewedAt score lateTold[]'),
  ...ofDetail('notes[].opId notes[].sealed contacts[].id contacts[].listedAt contacts[].sealed contacts[].class'),
  ...ofDetail('contacts[].sent contacts[].confirmedAt contacts[].hasNews contacts[].droppedAt'),
];

/** Of two who may be one: ids and choices, and what was said sealed. */
const mergeKeys: readonly string[] = [
  ...words('createdAt dueAt'),
  ...ofDetail('code by proposedBy nth sealedWords preview.at preview.mark keep picks[] appliedAt'),
  ...ofDetail('people[].kind people[].id people[].area people[].names[] notes[].opId notes[].sealed'),
  ...ofDetail('rightEnd.episode rightEnd.over[] rightEnd.at rightEnd.by'),
];

/** The same of somebody who says no. */
const refusalKeys: readonly string[] = [
  ...words('createdAt dueAt about'),
  ...ofDetail('code sealedWho by draftHash link witnesses witnessCount notes[].opId notes[].sealed'),
  ...ofDetail('visits.VILLAGE_SECRETARY.by visits.VILLAGE_SECRETARY.at visits.DOCTOR.by visits.DOCTOR.at'),
];

/** Cases, people who say no, and people who stand in the books twice. */
export const storedOfCases = (tracked: readonly string[]) => ({
  investigations: [...tracked, ...caseKeys],
  refusals: [...tracked, ...refusalKeys],
  personMerges: [...tracked, ...mergeKeys],
});
