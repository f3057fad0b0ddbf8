import { findHouseholds } from '@grid-relief/shared-types/households/household.contract';
import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { FailedRead, queryClient, useRead } from '@/api';
import { watchForRefresh } from './query';
import { device, press, show } from './testing/fake-device';
import { type FakeAnswer, sample } from './testing/fake-server';
import { refuse, serve, signInAs } from './testing/visit';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

const row = (doorCode: string) => ({
  id: sample.household,
  area: '141122100201-g03-b12',
  doorCode,
  nameMasked: '王**',
  needs: [],
  inQuarantine: false,
});

let refusal: FakeAnswer | undefined;
let asked = 0;

beforeEach(() => {
  refusal = undefined;
  asked = 0;
  serve({}, ({ body }) => {
    asked += 1;
    return refusal ?? { status: 200, body: { items: [row(String(body.door))] } };
  });
  signInAs();
});

function Search({ keepHours }: { readonly keepHours?: number }) {
  const [door, setDoor] = useState('1-1-501');
  const found = useRead(findHouseholds, { body: { door } }, { ...(keepHours !== undefined && { keepHours }) });
  return (
    <>
      <button type="button" onClick={() => setDoor('1-1-502')}>
        502
      </button>
      {found.data?.items.map(({ doorCode }) => (
        <p key={doorCode}>{doorCode}</p>
      ))}
      <FailedRead of={found} />
    </>
  );
}

test('a second door is asked for anew: nobody is shown the household that was looked for before', async () => {
  show(<Search />, queryClient);
  await screen.findByText('1-1-501');
  press('502');
  expect(await screen.findByText('1-1-502')).toBeVisible();
  expect(screen.queryByText('1-1-501')).toBeNull();
});

test('what was asked for in a body leaves no trace on the device', async () => {
  show(<Search keepHours={1} />, queryClient);
  await screen.findByText('1-1-501');
  expect(JSON.stringify({ ...localStorage })).not.toContain('501');
});

describe('why there is nothing to show', () => {
  test('without a connection one tries again', async () => {
    device.isOnline = false;
    show(<Search />, queryClient);
    // asked twice before it is given up
    expect(await screen.findByText(/现在连不上/, {}, { timeout: 4_000 })).toBeVisible();
    device.isOnline = true;
    press('再试一次');
    expect(await screen.findByText('1-1-501')).toBeVisible();
  });

  test('a server that is too busy is asked again by itself, as often as it asks to wait', async () => {
    refusal = refuse(503, 'overloaded');
    show(<Search />, queryClient);
    await waitFor(() => expect(asked).toBe(2), { timeout: 4_000 });
    refusal = undefined;
    expect(await screen.findByText('1-1-501', {}, { timeout: 4_000 })).toBeVisible();
    expect(screen.queryByRole('button', { name: '再试一次' })).toBeNull();
  });

  test.each([
    ['not-found', 404, /没找到/],
    ['not-allowed', 403, /您现在不能办/],
    ['invalid-input', 422, /没找到/],
  ])('%s stays so however often one asks: the way on leads home', async (slug, status, words) => {
    refusal = refuse(status, slug);
    show(<Search />, queryClient);
    expect(await screen.findByText(words)).toBeVisible();
    expect(screen.queryByRole('button', { name: '再试一次' })).toBeNull();
    press('回首页');
    expect(device.opened.map(({ page }) => page)).toEqual(['/pages/home/index']);
  });
});

/** As a browser tells it: the state first, then the event. */
function network(isOn: boolean): void {
  device.isOnline = isOn;
  jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOn);
  window.dispatchEvent(new Event(isOn ? 'online' : 'offline'));
}

test('what could not be read without a network is read when there is one, and nobody has to tap', async () => {
  network(false);
  watchForRefresh();
  show(<Search />, queryClient);
  expect(await screen.findByText(/现在连不上/, undefined, { timeout: 5_000 })).toBeVisible();
  network(true);
  expect(await screen.findByText('1-1-501')).toBeVisible();
});
