import { screen } from '@testing-library/react';
import { beginSession, queryClient } from '@/api';
import { device, resetDevice, show } from '@/api/testing/fake-device';
import { sample } from '@/api/testing/fake-server';
import { LooksScreen } from './looks-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

const tokens = { accessToken: 'a', accessExpiresAt: '2026-11-24T07:00:00Z', refreshToken: 'r' };
// the invented ids of the fake server are those of the contract
const me = sample.me as unknown as Parameters<typeof beginSession>[1];
const at = '2026-11-24T06:10:00.000Z';

test.each([
  ['DELIVERY', '许**，给您家送东西'],
  ['PHARMACY_REGISTER', '许**，在药店登记四类药'],
  // of a newer server
  ['SOMETHING_NEW', '许**，办事'],
])('whoever opened our data for %s is named with why', async (why, words) => {
  resetDevice({ answer: () => ({ status: 200, body: { items: [{ who: '许**', role: 'VOLUNTEER', why, at }] } }) });
  device.params = { id: sample.household };
  queryClient.clear();
  beginSession(tokens, me);
  show(<LooksScreen />, queryClient);
  expect(await screen.findByText(words)).toBeVisible();
});
