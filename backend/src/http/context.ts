import type { ProblemType } from '@grid-relief/shared-types/problems';
import type Koa from 'koa';

/** What our middlewares keep about one request. */
export interface RequestState extends Koa.DefaultState {
  requestId: string;
  startedAt: Date;
  /** The matched pattern, never the address itself. */
  route?: string;
  personId?: string;
  problem?: ProblemType;
}

export type Context = Koa.ParameterizedContext<RequestState>;
