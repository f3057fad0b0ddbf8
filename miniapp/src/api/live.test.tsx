import { getDelivery } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { screen, waitFor } from '@testing-library/react';
import { queryClient, useRead } from '@/api';
import { watchLive } from './live';
import { show } from './testing/fake-device';
import { deliveryView, sample, sampleId } from './testing/fake-server';
import { serve, signInAs } from './testing/visit';

const mockLine: { hear?: (text: string) => void } = {};

jest.mock('@/platform', () => ({
  ...jest.requireActual('@/api/testing/fake-device').fakePlatform(),
  onAppVisible: () => undefined,
  onNetworkChange: () => undefined,
  openSocket: async (_: string, { onMessage }: { onMessage: (text: string) => void }) => {
    mockLine.hear = onMessage;
    return { send: () => undefined, close: () => undefined };
  },
}));

const path = `/deliveries/${sample.open}`;
const changed = (kind: string) =>
  mockLine.hear?.(JSON.stringify({ type: 'changed', record: sampleId('e1'), kind, revision: 1, mark: 'm2' }));

function Request() {
  const { data } = useRead(getDelivery, { params: { id: sample.open } });
  return <>{data?.code}</>;
}

test('what happens in a home reads its requests anew, which it does not name; another record does not', async () => {
  const { asked } = serve({ [path]: deliveryView() });
  signInAs();
  watchLive();
  await waitFor(() => expect(mockLine.hear).toBeDefined());
  mockLine.hear?.(JSON.stringify({ type: 'ready', mark: 'm1' }));
  show(<Request />, queryClient);
  await waitFor(() => expect(screen.getByText('A17')).toBeInTheDocument());
  const times = () => asked.filter((one) => one.path === path).length;
  const before = times();
  const told = jest.spyOn(queryClient, 'invalidateQueries');
  changed('DELIVERY');
  await waitFor(() => expect(told).toHaveBeenCalledTimes(1));
  expect([times(), queryClient.isFetching()]).toEqual([before, 0]);
  changed('HOUSEHOLD_EVENT');
  await waitFor(() => expect(times()).toBe(before + 1));
});
