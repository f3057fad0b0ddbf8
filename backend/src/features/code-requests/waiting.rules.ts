import {
  type CodeStep,
  codeLadders,
  codeStepMinutes,
  codeSteps,
} from '@grid-relief/shared-types/lifecycles/quarantine/health-code-request.lifecycle';
import type { WaitsWith } from '@grid-relief/shared-types/quarantine/code-request.schema';
import type { Role } from '@grid-relief/shared-types/roles';
import type { CodeRequest } from './code-request';

type Placed = Pick<CodeRequest, 'state' | 'assignment'>;

/** Where a request is now; whatever is over waits with nobody. */
const places: Readonly<Record<string, WaitsWith>> = {
  ...{ DRAFT: 'COMMUNITY', COMMUNITY_OK: 'TOWNSHIP', TOWNSHIP_OK: 'COUNTY', COUNTY_OK: 'CLERK', NO_ANSWER: 'CLERK' },
  ...{ SENT: 'PROVINCE', REFUSED: 'PERSON', APPEALED: 'PROVINCE' },
};

/** With whom a request is now. Pure. */
export const waitsWith = ({ state }: Placed): WaitsWith => places[state] ?? 'NOBODY';

/** Since when it is there. Pure. */
export function waitsSince({
  history,
  createdAt,
  enteredBy,
}: Pick<CodeRequest, 'history' | 'createdAt' | 'enteredBy'>): Date {
  return history.find(({ opId }) => opId === enteredBy)?.recordedAt ?? createdAt;
}

const stepOf = (state: string): CodeStep | undefined => codeSteps.find((step) => step === state);

/** How long this step may take. Minutes. Pure. */
export function stepMinutes(variant: CodeRequest['variant'], step: CodeStep): number {
  return codeStepMinutes[step === 'APPEALED' ? 'APPEAL' : variant];
}

/** Who hears when the limit runs out for the nth time, from 0; undefined: nobody is left to tell. Pure. */
export function rungOf(state: string, nth: number): readonly Role[] | undefined {
  const step = stepOf(state);
  return step && codeLadders[step][nth];
}

/** Whether the step took longer than it may: the rung rises with every limit. Pure. */
export const isLate = ({ state, assignment }: Placed): boolean => stepOf(state) !== undefined && assignment.rung > 0;

/** Everybody who has heard that this step is late. Pure. */
export function heardOfDelay({ state, assignment }: Placed): readonly Role[] {
  const step = stepOf(state);
  return step ? codeLadders[step].slice(0, assignment.rung).flat() : [];
}
