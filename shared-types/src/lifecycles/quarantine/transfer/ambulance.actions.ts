import type { ActionRule } from '../../lifecycle';
import { doctor, grid, outbox, siteManager, transferDesk } from '../actors';
import type { TransferState } from './states';

/** The trip of an ambulance: 120 drives, and nothing of ours is sent, approved or reserved for it. */
export const ambulance = 'AMBULANCE';
const by120 = [ambulance];

/** What is known of an ambulance, as it has happened (handbook 2.3). */
export const by120Only = {
  ambulanceTakes: {
    from: ['REQUESTED'],
    to: 'EN_ROUTE',
    by: [...grid, ...siteManager, ...transferDesk, ...doctor, ...outbox],
    variants: by120,
    fact: true,
    doc: 'The ambulance has them: a record of what has happened, which nobody approves.',
  },
  ambulanceArrives: {
    from: ['EN_ROUTE'],
    to: 'CLOSED',
    by: [...grid, ...siteManager, ...transferDesk, ...doctor, ...outbox],
    variants: by120,
    fact: true,
    doc: 'The hospital has them.',
  },
} as const satisfies Readonly<Record<string, ActionRule<TransferState>>>;
