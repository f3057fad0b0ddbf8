import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { Act } from '@/api';

/** What a form needs that changes a request: by its household, or at the desk of its grid. */
export type ChangeProps = {
  readonly view: DeliveryView;
  readonly doing: Act;
  readonly onClose: () => void;
};
