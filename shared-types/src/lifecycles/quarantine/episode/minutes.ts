/** How long each step may take before somebody else hears of it, in minutes (handbook 2.3). */
export const episodeMinutes = { assess: 240, doctor: 30, move: 480, breach: 240, search: 30 } as const;
