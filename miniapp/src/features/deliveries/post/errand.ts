import type { DeliveryDraft } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type * as z from '@grid-relief/shared-types/zod';

export type Errand = { readonly words: string; readonly wantedBy?: string };

/** An errand for a post as the server takes it: free, without goods and heads (handbook 2.1). Pure. */
export function errandDraft(id: string, household: string, errand: Errand): z.input<typeof DeliveryDraft> {
  return { ...errand, id, household, kind: 'ERRAND', lines: [], payMode: 'FREE' };
}
