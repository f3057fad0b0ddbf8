import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { healthCodeRequestLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/health-code-request.lifecycle';
import type { StepNote, TrackedRecord } from '../../acting';

/** The states and actions of handbook 2.11. */
export const machine = healthCodeRequestLifecycle;
export type CodeRequestAction = ActionOf<typeof healthCodeRequestLifecycle>;

/** The collection of everything that was asked of the province. */
export const codeRequestCollection = 'codeRequests';
export const codeRequestKind = 'HEALTH_CODE_REQUEST' as const;

/** What only a request knows of itself. Its writers stand on the list of people who are excluded from it. */
export interface CodeRequestDetail {
  /** Four characters to speak of it without a name. */
  readonly code: string;
  readonly because: string;
  /** The link of a chain that ends with it. */
  readonly link?: string;
  /** Name and identity number (absent where they could not be opened any more), code and ground, sealed as one text. */
  readonly sealedWho: string;
  /** What was said beside a step, sealed, by the operation that brought it. */
  readonly notes?: readonly StepNote[];
}

/** One request for a code, whose variant says whether it is to be set or cleared (handbook 2.11, 5.6). */
export interface CodeRequest extends TrackedRecord<CodeRequestDetail> {
  readonly kind: typeof codeRequestKind;
  readonly variant: 'ASSIGN' | 'CLEAR';
}

const terminal: readonly string[] = machine.terminal;
/** Answered, given up, or not asked for any more. Pure. */
export const isRequestOver = ({ state }: Pick<CodeRequest, 'state'>): boolean => terminal.includes(state);
