/** The states of a list without some of them; what the handbook calls "open" is all but the terminal ones. */
export function allBut<const S extends string>(states: readonly S[], without: readonly S[]): S[] {
  return states.filter((state) => !without.includes(state));
}
