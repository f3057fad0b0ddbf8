import {
  checkBadge as checkBadgeEndpoint,
  myBadge as myBadgeEndpoint,
} from '@grid-relief/shared-types/badges/badge.contract';
import { mount } from '../../http/mount';
import type { BadgeDeps } from './badge.deps';
import { checkBadge } from './check-badge';
import { myBadge } from './my-badge';

/** Endpoints of duty badges. */
export function badgeRoutes(deps: BadgeDeps) {
  return [
    mount(myBadgeEndpoint, ({ actor, now }) => myBadge(deps, actor, now)),
    mount(checkBadgeEndpoint, ({ actor, body, now }) => checkBadge(deps, actor, body, now)),
  ];
}
