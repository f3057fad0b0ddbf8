import { Receipt } from './contract';
import {
  DeliveryRow,
  DeliveryView,
  LineView,
  RouteReason,
  Somebody,
  Substitution,
  TimelineEntry,
} from './deliveries/delivery.schema';
import { LateFactView } from './deliveries/late-fact.contract';
import { LedgerRow } from './deliveries/ledger.contract';
import { PickLine, RunDoor, RunView } from './deliveries/run.contract';
import { Me, Tokens } from './identity/identity.schema';
import * as z from './zod';

/**
 * Answers that recur in many endpoints, under the name a generated client gives them. Only what the server sends: a
 * schema of input and of output may differ, and a name stands for one of them.
 */
export const namedSchemas = z.registry<{ id: string }>();

const named = {
  ...{ DeliveryRow, DeliveryView, LateFactView, LedgerRow, LineView, Me, PickLine, Receipt, RouteReason },
  ...{ RunDoor, RunView, Somebody, Substitution, TimelineEntry, Tokens },
};
for (const [id, schema] of Object.entries(named)) namedSchemas.add(schema, { id });
