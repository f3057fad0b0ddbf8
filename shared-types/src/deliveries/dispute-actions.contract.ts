import { action } from '../contract';
import { deliveryLifecycle as machine } from '../lifecycles/delivery.lifecycle';
import { Fen } from '../primitives/fen';
import { FileId } from '../primitives/ids';
import * as z from '../zod';
import { LineId, DeliveryView as view } from './delivery.schema';

export const dispute = action(
  machine,
  'dispute',
  { lines: z.optional(z.array(LineId).check(z.maxLength(60))), photo: z.optional(FileId) },
  view,
);
export const resolveDispute = action(
  machine,
  'resolveDispute',
  { decision: z.enum(['REFUND', 'REDELIVER', 'ACCEPT', 'UNFOUNDED']), refundFen: z.optional(Fen) },
  view,
);
export const closeResolved = action(machine, 'closeResolved', {}, view);
/** What became of goods that came back. */
export const Disposition = z.enum(['RESTOCKED', 'DONATED', 'DESTROYED']);
export type Disposition = z.infer<typeof Disposition>;
export const disposeReturned = action(machine, 'disposeReturned', { disposition: Disposition }, view);
