import { screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { device, show } from '@/api/testing/fake-device';
import { serve, signInAs, staff } from '@/api/testing/visit';
import { episodeId } from './episode.fixture';
import { QuarantineScreen } from './quarantine-screen';

/** Where the one quarantine is read and its steps are sent. */
export const one = `/quarantine-episodes/${episodeId}`;

/** What whoever loses a race is answered. */
export const lost = { status: 409, body: { type: '/problems/changed-meanwhile', revision: 4 } };

/** Waits until these words are on the screen. */
export const seen = (words: string | RegExp) => waitFor(() => expect(screen.getByText(words)).toBeVisible());

/** The page as a notice opens it: one person, before somebody with this role. */
export function open(role: string, view: object, onPost?: Parameters<typeof serve>[1]) {
  const nobody = { items: [] };
  const lists = ['', '/site', '/to-sample', '/results', '/symptoms'];
  const server = serve(
    { [one]: view, ...Object.fromEntries(lists.map((list) => [`/work/quarantine${list}`, nobody])) },
    onPost,
  );
  signInAs(staff(role));
  device.params = { id: episodeId };
  show(<QuarantineScreen />, queryClient);
  return server;
}
