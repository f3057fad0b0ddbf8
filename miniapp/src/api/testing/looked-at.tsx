import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { queryClient } from '@/api';
import { show } from './fake-device';
import { serve, signInAs } from './visit';

const hourMs = 3_600_000;

/**
 * A screen was looked at an hour ago and showed these words: what was in memory is gone, what lies on the phone is not.
 * @param who whose phone it is; absent: the resident of the sample household
 */
export async function lookedAt(
  part: ReactNode,
  answers: Readonly<Record<string, unknown>>,
  seen: RegExp | string,
  who?: unknown,
): Promise<void> {
  serve(answers);
  signInAs(who);
  const { unmount } = show(part, queryClient);
  await screen.findByText(seen);
  unmount();
  queryClient.clear();
  for (const [key, text] of Object.entries({ ...localStorage }).filter(([name]) => name.startsWith('kept:'))) {
    const { at, value } = JSON.parse(text);
    localStorage.setItem(key, JSON.stringify({ at: at - hourMs, value }));
  }
}
