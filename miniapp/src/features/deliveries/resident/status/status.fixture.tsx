import { waitFor } from '@testing-library/react';
import { outbox, queryClient, refreshRecord } from '@/api';
import { device, resetDevice, show } from '@/api/testing/fake-device';
import { deliveryView, fakeServer, sample } from '@/api/testing/fake-server';
import { signInAs } from '@/api/testing/visit';
import { StatusScreen } from './status-screen';

export type HomeServer = ReturnType<typeof fakeServer>;

// one and the same listener: told again for each test, it is still one
const readAnew = ({ record }: { readonly record: string }) => refreshRecord(record);

/** Opens the one request of the household in this shape; with the grid worker's phone, when there is one. */
export function open(part: Parameters<typeof deliveryView>[0], phone?: string): HomeServer {
  const server = fakeServer([deliveryView(part)]);
  const household = {
    id: sample.household,
    area: '141122100201-g03-b12',
    areaNames: ['天宁镇'],
    zone: 'SEALED',
    inQuarantine: true,
    needs: [],
    size: 1,
    contactName: '王桂兰',
    phoneMasked: '100****0001',
    ...(phone !== undefined && { gridPhone: phone }),
  };
  resetDevice({
    answer: (method, path, body) =>
      path.startsWith('/households/mine')
        ? { status: 200, body: { items: [household] } }
        : server.answer(method, path, body),
  });
  queryClient.clear();
  outbox.clear();
  outbox.onSent(readAnew);
  signInAs();
  device.params = { id: sample.open };
  show(<StatusScreen />, queryClient);
  return server;
}

/** Waits until the server got this action of the request, and gives what came with it. */
export async function sentTo({ seen }: HomeServer, action: string) {
  const path = `/deliveries/${sample.open}/${action}`;
  await waitFor(() => expect(seen.map((each) => each.path)).toContain(path));
  return seen.find((each) => each.path === path)?.body;
}
