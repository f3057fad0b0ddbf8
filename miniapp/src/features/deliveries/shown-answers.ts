import { getDelivery } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { accept } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { getRun, runActions } from '@grid-relief/shared-types/deliveries/run.contract';
import * as z from '@grid-relief/shared-types/zod';
import { outbox, showAnswer } from '@/api';

// every action of a delivery answers in the same shape, and every one of a run in its own; showing it at once bridges
// the time until the next reading
outbox.onSent(({ record, path }, value) => {
  const input = { params: { id: record } };
  if (path.startsWith('/deliveries/')) {
    const read = z.safeParse(accept.response, value);
    if (read.success && read.data.view) showAnswer(getDelivery, input, read.data.view);
  }
  if (path.startsWith('/runs/')) {
    const read = z.safeParse(runActions.accept.response, value);
    if (read.success && read.data.view) showAnswer(getRun, input, read.data.view);
  }
});
