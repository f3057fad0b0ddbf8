import type { DeliveryView, Priority } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { IconName, Tone } from '@/ui';

const tones: Readonly<Record<Priority, Tone>> = { P0: 'danger', P1: 'amber', P2: 'plain', P3: 'plain' };
const icons: Readonly<Record<DeliveryView['kind'], IconName>> = {
  GROCERY: 'basket',
  BABY: 'bottle',
  MEDICINE: 'pill',
  PACK: 'box',
  PARCEL: 'box',
  MEAL: 'bowl',
  WASTE_PICKUP: 'bin',
  ERRAND: 'bike',
};

/** How loud an urgency is drawn; the word stands beside it. */
export const priorityTone = (priority: Priority): Tone => tones[priority];

/** The sign of a kind of delivery. */
export const kindIcon = (kind: DeliveryView['kind']): IconName => icons[kind];

/** True when the present state, the server's or the one after unsent acts, knows this action. */
export const may = ({ actions }: Pick<DeliveryView, 'actions'>, action: string): boolean => actions.includes(action);
