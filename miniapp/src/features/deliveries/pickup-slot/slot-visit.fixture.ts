import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { outbox, queryClient } from '@/api';
import { device, resetDevice, show as showWith } from '@/api/testing/fake-device';
import { shanghaiTime } from '@/ui';
import { deliveryId } from '../carrying/sample-work.fixture';
import { signInForTest } from '../carrying/sign-in.fixture';
import { type SlotServer, slotServer, slotTime } from './slot-server.fixture';

/** What a test finds on the server when it begins. */
export type SlotStage = Parameters<typeof slotServer>[0];

/** A fresh device before a server with this, somebody signed in, the page opened for this record. */
export function begin(stage: SlotStage, id: string = deliveryId): SlotServer {
  const server = slotServer(stage);
  resetDevice(server);
  device.params = { id };
  signInForTest();
  outbox.clear();
  queryClient.clear();
  return server;
}

/** Draws a screen with the program's own query client. */
export const show = (part: ReactNode) => showWith(part, queryClient);

/** Waits for these words. */
export const words = (text: string | RegExp) => screen.findByText(text);

/** The button of this name, where there is one now. */
export const button = (name: string | RegExp) => screen.queryByRole('button', { name });

/** So many minutes from the beginning of the test, as the screen writes it. */
export const clock = (minutes: number) => shanghaiTime(new Date(slotTime(minutes))).time;
