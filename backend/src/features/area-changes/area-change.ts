import type { AreaChangePreview, AreaChangeWish } from '@grid-relief/shared-types/areas/area-change.schema';
import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { areaChangeLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/area-change.lifecycle';
import type { StepNote, TrackedRecord } from '../../acting';

/** The states and actions of handbook 2.11, "AreaChange". */
export const machine = areaChangeLifecycle;
export type AreaChangeAction = ActionOf<typeof areaChangeLifecycle>;
export const areaChangeCollection = 'areaChanges';
export const areaChangeKind = 'AREA_CHANGE' as const;

/** What only a change of the tree knows of itself: nobody is in it but those who decide. */
export interface AreaChangeDetail {
  readonly wanted: AreaChangeWish;
  /** The areas concerned by the names they had when it was drafted, the new ones among them. */
  readonly names: readonly { readonly area: string; readonly name: string }[];
  readonly preparedBy: string;
  /** The request that prepared it, as a fingerprint: the same draft again answers the stored one. */
  readonly draftHash: string;
  /** Why, sealed. */
  readonly words?: string;
  readonly preview?: AreaChangePreview;
  readonly scheduledBy?: string;
  /** From this instant on the new areas count. */
  readonly at?: Date;
  readonly reverted?: { readonly by: string; readonly at: Date };
  readonly notes?: readonly StepNote[];
}

/** What an area was called when the change was drafted; its number when it is not among them. Pure. */
export function nameIn({ names }: Pick<AreaChangeDetail, 'names'>, area: string): string {
  return names.find((one) => one.area === area)?.name ?? area;
}

/** What the contracts of its actions carry. */
export interface AreaChangeBody {
  readonly at?: string;
}

/** Areas that are split, merged or renumbered, seen before it counts. */
export interface AreaChange extends TrackedRecord<AreaChangeDetail> {
  readonly kind: typeof areaChangeKind;
}
