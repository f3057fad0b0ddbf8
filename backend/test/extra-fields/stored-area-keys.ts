/** What only a change of the area tree knows of itself: nobody is in it but those who decide. */
const areaChange = [
  ...['wanted.kind', 'wanted.area', 'wanted.areas[]', 'preparedBy', 'draftHash', 'words', 'scheduledBy', 'at'],
  ...['area', 'name', 'parts[]'].flatMap((field) => [`wanted.into.${field}`, `wanted.into[].${field}`]),
  ...['names[].area', 'names[].name', 'reverted.by', 'reverted.at'],
  ...['people', 'households', 'withoutPart', 'onDuty', 'volunteers'].map((field) => `preview.${field}`),
  ...['kind', 'held', 'free'].map((field) => `preview.work[].${field}`),
  ...['role', 'count', 'wider'].map((field) => `preview.grants[].${field}`),
  ...['area', 'name', 'people', 'households', 'free'].map((field) => `preview.into[].${field}`),
  ...['opId', 'at', 'sealed'].map((field) => `notes[].${field}`),
];

/** Changes of the area tree, and what each has moved where. */
export const storedOfAreaChanges = (tracked: readonly string[]) => ({
  areaChanges: [...tracked, 'createdAt', 'about', ...areaChange.map((field) => `detail.${field}`)],
  areaMoves: ['_id', 'change', 'county', 'doneAt', 'from', 'one', 'to', 'what'],
});
