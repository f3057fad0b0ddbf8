import { type ProblemType, problems } from '@grid-relief/shared-types/problems';

/** Members of a problem answer beside type, title, status and detail; `state`, `revision` and `next` on every 409. */
export type ProblemExtras = Readonly<Record<string, unknown>>;

/**
 * What went wrong, by its name in the registry of problems. Thrown anywhere inside; one middleware writes the answer.
 * `detail` is about this case and may be shown: never a name, a phone number or an address.
 */
export class Problem extends Error {
  constructor(
    readonly type: ProblemType,
    readonly detail?: string,
    readonly extras: ProblemExtras = {},
  ) {
    super(detail ?? problems[type].title);
    this.name = 'Problem';
  }
}
