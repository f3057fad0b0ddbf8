export type { BadgeDeps, OnDuty } from './badge.deps';
export { badgeRoutes } from './badge.routes';
export { checkBadge } from './check-badge';
export { myBadge } from './my-badge';
export { openBadges } from './open-badges';
