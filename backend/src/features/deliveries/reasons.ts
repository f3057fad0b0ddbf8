/** Reasons that change what follows, beside being written down. */

/** Somebody who has fallen ill lets work go (handbook 2.12). */
export const sick = 'SICK';
/** A request ends because a former holder turned out to have its goods: they come by another delivery (handbook 2). */
export const cameAnyway = 'CAME_ANYWAY';
/** Something has happened in the home: nothing is bought before somebody has looked (handbook 2.1, 2.11). */
export const homeEvent = 'HOME_EVENT';
