import { action } from '../contract';
import { deliveryPlanLifecycle as machine } from '../lifecycles/quarantine/delivery-plan.lifecycle';
import { Day } from '../primitives/instants';
import * as z from '../zod';
import { SupplyView } from './episode.schema';
import { SupplyGood } from './supply.schema';

/** What runs out on which Shanghai day. */
const needs = z
  .array(z.strictObject({ good: SupplyGood, runsOutOn: Day }))
  .check(z.minLength(1), z.maxLength(SupplyGood.options.length));

/** The supply clock of a household in quarantine: what it needs until when, and what was brought. */
export const deliveryPlanActions = {
  tellNeeds: action(machine, 'tellNeeds', { needs }, SupplyView),
  ensure: action(machine, 'ensure', { good: SupplyGood }, SupplyView),
  recordCall: action(machine, 'recordCall', { answered: z.boolean() }, SupplyView),
};
