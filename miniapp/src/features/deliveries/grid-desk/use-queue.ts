import { gridQueue } from '@grid-relief/shared-types/deliveries/delivery.contract';
import type { DeliveryRow } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { AreaId } from '@grid-relief/shared-types/primitives/areas';
import * as z from '@grid-relief/shared-types/zod';
import { useState } from 'react';
import { type Read, useRead } from '@/api';
import { withoutNeeds } from './without-needs';

export type QueueTab = 'late' | 'new' | 'asking' | 'all';
export const queueTabs: readonly QueueTab[] = ['late', 'new', 'asking', 'all'];

const keepHours = 12;
const pageRows = 50;

type QueueAnswer = { items: DeliveryRow[]; next?: string | undefined; counts: Record<QueueTab, number> };

/** One page of the queue, longest waiting first, with the counts of every tab; asked again about every 15 seconds. */
export function useQueuePage(tab: QueueTab, within?: string, after?: string): Read<QueueAnswer> {
  const [seconds] = useState(() => 12 + Math.random() * 6);
  const area = z.safeParse(AreaId, within).data;
  const query = { tab, limit: pageRows, ...(area !== undefined && { area }), ...(after !== undefined && { after }) };
  return useRead(gridQueue, { query }, { keepHours, beforeKeeping: withoutNeeds, everySeconds: seconds });
}
