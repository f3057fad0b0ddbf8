import { AreaId, ControlZone } from '../primitives/areas';
import { HouseholdId } from '../primitives/ids';
import { Day } from '../primitives/instants';
import * as z from '../zod';

/** What makes a household urgent or in need of the door (handbook 4.3, 4.9). */
export const SpecialNeed = z.enum([
  'ELDER_ALONE',
  'PREGNANT',
  'INFANT',
  'DISABLED',
  'CHRONIC_MEDICINE',
  'DIALYSIS',
  'DIABETIC',
  'CHILD_ALONE',
  'NO_PHONE',
]);
export type SpecialNeed = z.infer<typeof SpecialNeed>;

const addressPart = z.string().check(z.maxLength(60));

/** The address as a person reads it; only for those entitled, every look is recorded. */
export const Address = z.strictObject({
  compound: addressPart,
  building: addressPart,
  unit: addressPart,
  floor: z.int().check(z.gte(-20), z.lte(200)),
  room: addressPart,
  note: z.optional(z.string().check(z.maxLength(200))),
});
export type Address = z.infer<typeof Address>;

/** A door where people work and nobody lives: a checkpoint, a gate, a test point (decision 0013). */
export const Post = z.strictObject({ name: z.string().check(z.trim(), z.minLength(1), z.maxLength(30)) });
export type Post = z.infer<typeof Post>;

/** A household as its own members and its proxies see it. */
export const HouseholdView = z.object({
  id: HouseholdId,
  area: AreaId,
  areaNames: z.array(z.string()),
  zone: ControlZone,
  inQuarantine: z.boolean(),
  needs: z.array(SpecialNeed),
  size: z.int(),
  contactName: z.string(),
  phoneMasked: z.string(),
  address: z.optional(Address),
  medicineRunsOut: z.optional(Day),
  /** Present where this is no home; its leader stands to it as a resident to a home. */
  post: z.optional(Post),
  /** Grid worker to call: name without surname shown fully, duty phone. */
  gridPhone: z.optional(z.string()),
});
export type HouseholdView = z.infer<typeof HouseholdView>;

/** A household in a grid worker's list: enough to recognise the door, nothing more. */
export const HouseholdRow = z.object({
  id: HouseholdId,
  area: AreaId,
  doorCode: z.string(),
  nameMasked: z.string(),
  needs: z.array(SpecialNeed),
  inQuarantine: z.boolean(),
});
export type HouseholdRow = z.infer<typeof HouseholdRow>;
