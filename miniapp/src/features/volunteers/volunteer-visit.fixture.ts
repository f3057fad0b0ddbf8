import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { outbox, queryClient } from '@/api';
import { device, resetDevice, show as showWith } from '@/api/testing/fake-device';
import { type SampleServer, sampleServer } from '@/features/deliveries/carrying/sample-server.fixture';
import { deliveryId } from '@/features/deliveries/carrying/sample-work.fixture';
import { signInForTest } from '@/features/deliveries/carrying/sign-in.fixture';

/** A fresh device before a server with this work, the volunteer signed in, the page opened for the first request. */
export function begin(...work: Parameters<typeof sampleServer>): SampleServer {
  const server = sampleServer(...work);
  resetDevice({ answer: (method, path, body) => server.handle(method, path, body) });
  device.params = { id: deliveryId };
  signInForTest();
  outbox.clear();
  queryClient.clear();
  return server;
}

/** Draws a screen with the program's own query client. */
export const show = (part: ReactNode) => showWith(part, queryClient);

/** Waits for these words. */
export const words = (text: string | RegExp) => screen.findByText(text);
