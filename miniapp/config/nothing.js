/** Stands where a part of a dependency is left out of the program. */
export {};
