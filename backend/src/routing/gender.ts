/** Asked only for door visits where a household prefers to be visited by somebody of its own (handbook 4.2). */
export type Gender = 'F' | 'M';
