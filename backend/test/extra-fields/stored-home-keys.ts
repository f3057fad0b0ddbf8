const words = (text: string) => text.split(' ');

/** What an event in a home and a welfare task hold: who it is about and what was said stands sealed. */
export const homeEventKeys: readonly string[] = [
  ...words('createdAt dueAt about'),
  ...words('code openedBy words behind[].task behind[].sealed told held waiting[] secured').map((f) => `detail.${f}`),
  ...words('kept[].what kept[].record notes[].opId notes[].sealed').map((field) => `detail.${field}`),
  ...words('people guardian settlement').map((field) => `detail.${field}`),
  ...words('task episode by life').map((field) => `outbox[].payload.${field}`),
];
