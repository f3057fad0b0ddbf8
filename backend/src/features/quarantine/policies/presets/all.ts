import type { PolicySet } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { december2022, november2022 } from './late-2022';
import { shanxiAugust } from './shanxi-aug-2022';
import { shanxiEarly } from './shanxi-early-2022';
import { shanxiSpring } from './shanxi-spring-2022';
import { v8National } from './v8-national';
import { v9National } from './v9-national';

/** The sets the product comes with (handbook 5). A county names one, and may write its own beside them. */
export const presets: readonly PolicySet[] = [
  ...[v8National, v9National, shanxiEarly, shanxiSpring, shanxiAugust],
  ...[november2022, december2022],
];
