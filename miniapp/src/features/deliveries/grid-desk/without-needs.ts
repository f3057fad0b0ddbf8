import type { DeliveryRow } from '@grid-relief/shared-types/deliveries/delivery.schema';

/** What may lie on a desk's device: rows without what is known of people's health. How urgent each is stays. */
export function withoutNeeds<Page extends { items: DeliveryRow[] }>(page: Page): Page {
  return { ...page, items: page.items.map((row) => ({ ...row, needs: [] })) };
}
