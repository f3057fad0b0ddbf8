import { callbackTries } from '@grid-relief/shared-types/lifecycles/quarantine/screening-callback.lifecycle';
import { type ActingOn, actingOn, recordModel, type Verb } from '../../acting';
import { holdsRole, isSystem } from '../../lifecycle';
import { notice } from '../../notice-entry';
import { type Callback, type CallbackAction, callbackKind, callbackMachine } from './callback';
import { screeningCollection } from './campaign';
import type { ScreeningDeps } from './screening.deps';
import { leaders } from './screening.policy';

export type Callbacks = ActingOn<Callback, CallbackAction, object>;
type CallbackVerb = Verb<Callback, object, ScreeningDeps>;

const verbs: Readonly<Partial<Record<CallbackAction, CallbackVerb>>> = {
  differs: ({ record }) => ({
    emit: [
      { kind: 'callbackDiffers' },
      notice(
        leaders.map((role) => ({ role, area: record.area })),
        'DOOR_WAITS',
        {},
        { urgent: true, record: record.detail.visit },
      ),
    ],
  }),
  noReply: ({ record }) => ({
    to: record.detail.calls + 1 < callbackTries ? 'TO_CALL' : 'NOT_REACHED',
    inc: { 'detail.calls': 1 },
  }),
};

/** Homes that are phoned to compare (handbook 2.8). */
export function callbacks(deps: ScreeningDeps): Callbacks {
  return actingOn({
    ...{ kind: callbackKind, machine: callbackMachine, deps, verbs },
    maySee: ({ scope }: Callback, actor, now) => isSystem(actor) || holdsRole(actor, leaders, scope, now),
    collection: recordModel(deps.connection, screeningCollection).collection,
  });
}
