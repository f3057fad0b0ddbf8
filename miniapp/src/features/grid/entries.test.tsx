import { screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { queryClient } from '@/api';
import { device, press, show } from '@/api/testing/fake-device';
import { serve, signInAs, staff } from '@/api/testing/visit';
import { LegsEntry } from '@/features/deliveries/handover-leg/legs-entry';
import { PlacesEntry } from '@/features/deliveries/pickup-slot/places-entry';
import { LateFactsEntry } from './late-facts-entry';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

const entries: [string, string, () => ReactElement][] = [
  ['/late-facts', '/packages/grid/late/index', () => <LateFactsEntry />],
  ['/handover-legs', '/packages/grid/legs/index', () => <LegsEntry />],
  ['/pickup-slots', '/packages/grid/places/index', () => <PlacesEntry />],
];

test.each(entries)('%s: what could not be read is not nothing; the way to it stays', async (_, page, entry) => {
  serve({});
  signInAs(staff('GRID_LEADER'));
  show(entry(), queryClient);
  await waitFor(() => expect(screen.getByText('没取到最新的情况，点开再看')).toBeVisible());
  press(/点开再看/);
  expect(device.opened.at(-1)?.page).toBe(page);
});

test.each(entries)('%s: nothing to do draws nothing', async (path, _, entry) => {
  const server = serve({ [path]: { items: [] } });
  signInAs(staff('GRID_LEADER'));
  const { container } = show(entry(), queryClient);
  await waitFor(() => expect(server.asked).toHaveLength(1));
  await waitFor(() => expect(queryClient.isFetching()).toBe(0));
  expect(container).toBeEmptyDOMElement();
});
