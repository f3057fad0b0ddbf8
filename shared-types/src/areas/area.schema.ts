import { AreaId, AreaLevel, ControlZone } from '../primitives/areas';
import * as z from '../zod';

/** A place of the area tree with its neighbours, which the router asks when the own grid has nobody (handbook 4.1, 4.4). */
export const AreaView = z.object({
  id: AreaId,
  level: AreaLevel,
  name: z.string(),
  path: z.array(z.string()),
  zone: ControlZone,
  adjacent: z.array(AreaId),
});
export type AreaView = z.infer<typeof AreaView>;
