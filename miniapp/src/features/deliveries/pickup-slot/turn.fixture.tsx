import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { StatusScreen } from '../resident/status/status-screen';
import { type SlotServer, sampleFetched } from './slot-server.fixture';
import { begin, type SlotStage, show } from './slot-visit.fixture';

/** The request as its household sees it. */
export const mine = (change: Partial<DeliveryView> = {}): DeliveryView => ({ ...sampleFetched(change), actions: [] });

/** Opens the household's page of it, with this on the server. */
export function open(stage: SlotStage): SlotServer {
  const server = begin({ work: [mine()], ...stage });
  show(<StatusScreen />);
  return server;
}

/** What was asked of the turn, in order. */
export const done = ({ acts }: SlotServer) => acts.map(({ action }) => action);
