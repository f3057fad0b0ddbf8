import { myNotices } from '@grid-relief/shared-types/notices/notice.contract';
import { screen, waitFor } from '@testing-library/react';
import { MoreOfList, queryClient, refreshAll, useReadPages } from '@/api';
import { device, press, show } from './testing/fake-device';
import { type Asked, refuse, serve, signInAs } from './testing/visit';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

const notice = (id: string) => ({ id, code: 'DELIVERY_DROP', values: {}, at: '2026-11-24T06:00:00Z', urgent: false });
const pages: Record<string, object> = {
  '': { items: [notice('n1'), notice('n2')], unread: 2, next: 'mark-2' },
  // n2 moved down while the list was read
  'mark-2': { items: [notice('n2'), notice('n3')], unread: 2 },
};
let isBroken = false;
let server: ReturnType<typeof serve>;
const marks = () => server.asked.map(({ query }) => query.after ?? '');

function page({ query: { after = '' } }: Asked) {
  return isBroken && after !== '' ? refuse(503, 'overloaded') : pages[after];
}

function List() {
  const list = useReadPages(myNotices, { query: {} }, { keepHours: 1 });
  return (
    <>
      {list.items.map(({ id }) => (
        <p key={id}>{id}</p>
      ))}
      <MoreOfList of={list} />
    </>
  );
}

const shown = () => screen.queryAllByText(/^n\d$/).map(({ textContent }) => textContent);

beforeEach(() => {
  isBroken = false;
  server = serve({ '/notices': page });
  signInAs();
});

test('when the list goes on, one press adds the next page, and nothing stands there twice', async () => {
  show(<List />, queryClient);
  await screen.findByText('n1');
  expect(shown()).toEqual(['n1', 'n2']);
  press('再看一些');
  await screen.findByText('n3');
  expect(shown()).toEqual(['n1', 'n2', 'n3']);
  expect(marks()).toEqual(['', 'mark-2']);
  expect(screen.queryByRole('button')).toBeNull();
});

test('when everything is refreshed, the pages on screen are read again and none vanishes', async () => {
  show(<List />, queryClient);
  await screen.findByText('n1');
  press('再看一些');
  await screen.findByText('n3');
  refreshAll();
  await waitFor(() => expect(marks()).toEqual(['', 'mark-2', '', 'mark-2']));
  expect(shown()).toEqual(['n1', 'n2', 'n3']);
});

test('when the next page does not come, the list stays, the reason is said and the press may be repeated', async () => {
  isBroken = true;
  show(<List />, queryClient);
  await screen.findByText('n1');
  press('再看一些');
  // asked several times by itself before it is said
  expect(await screen.findByRole('alert', {}, { timeout: 12_000 })).toHaveTextContent('现在用的人太多');
  expect(shown()).toEqual(['n1', 'n2']);
  isBroken = false;
  press('再试一次');
  await screen.findByText('n3');
});

test('when the program starts without a network, the beginning that was kept is there', async () => {
  const { unmount } = show(<List />, queryClient);
  await screen.findByText('n1');
  unmount();
  queryClient.clear();
  device.isOnline = false;
  show(<List />, queryClient);
  expect(shown()).toEqual(['n1', 'n2']);
});
