import { getDelivery } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { accept } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { z } from '@grid-relief/shared-types/zod';
import { outbox, showAnswer } from '@/api';

// every action of a delivery answers in the same shape; showing it at once bridges the time until the next reading
outbox.onSent(({ record, path }, value) => {
  if (!path.startsWith('/deliveries/')) return;
  const read = z.safeParse(accept.response, value);
  if (read.success && read.data.view) showAnswer(getDelivery, { params: { id: record } }, read.data.view);
});
