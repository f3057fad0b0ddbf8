import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { type FakeAnswer, fakeServer } from './fake-server';

type Params = Record<string, string>;
type Call = { readonly method: string; readonly url: string; readonly body?: Record<string, unknown> };
type Answering = { readonly answer: (method: string, path: string, body?: Record<string, unknown>) => FakeAnswer };

/** The picture that the camera of a test takes. */
export const photo = { path: 'blob:photo', bytes: 9, type: 'image/jpeg' };

/** The device of a test: what it is connected to, where it stands, and what was done on it. */
export const device = {
  /** Answers requests; `fakeServer()` unless a test puts its own in place. */
  server: fakeServer() as Answering,
  isOnline: true,
  /** Holds an answer back until what it returns is settled. */
  beforeAnswer: ((): Promise<void> | undefined => undefined) as (path: string) => Promise<void> | undefined,
  /** What the page under test was opened with. */
  params: {} as Params,
  opened: [] as { page: string; params: Params }[],
  called: [] as string[],
  toasts: [] as string[],
  /** What the camera gives; undefined: it was closed again. */
  taken: photo as typeof photo | undefined,
};

/** A fresh device with this server; the storage is empty. */
export function resetDevice(server: Answering = fakeServer()): void {
  const beforeAnswer = () => undefined;
  Object.assign(device, {
    server,
    beforeAnswer,
    isOnline: true,
    params: {},
    opened: [],
    called: [],
    toasts: [],
    taken: photo,
  });
  localStorage.clear();
}

const note = async (page: string, params: Params = {}) => void device.opened.push({ page, params });

/**
 * What stands in for `@/platform`.
 * @example jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());
 */
export function fakePlatform(): Record<string, unknown> {
  return {
    ...jest.requireActual<Record<string, unknown>>('@/platform'),
    request: async ({ method, url, body }: Call) => {
      if (!device.isOnline) return { kind: 'offline' };
      const path = url.replace('/api/v1', '');
      const { status, body: answer } = device.server.answer(method, path, body);
      await device.beforeAnswer(path);
      return { kind: 'reply', status, headers: {}, body: JSON.parse(JSON.stringify(answer)) };
    },
    readStored: (key: string, parse: (stored: unknown) => unknown) => {
      const text = localStorage.getItem(key);
      return text === null ? undefined : parse(JSON.parse(text));
    },
    writeStored: (key: string, value: unknown) => {
      localStorage.setItem(key, JSON.stringify(value));
      return true;
    },
    removeStored: (key: string) => localStorage.removeItem(key),
    storedKeys: (prefix: string) => Object.keys(localStorage).filter((key) => key.startsWith(prefix)),
    toast: (words: string) => void device.toasts.push(words),
    callPhone: async (phone: string) => void device.called.push(phone),
    usePageParams: () => device.params,
    openPage: note,
    replacePage: note,
    restartAt: note,
    isOnline: async () => device.isOnline,
  };
}

/**
 * What stands in for the camera and for what is kept of it, beside `fakePlatform()`: a picture that was kept is sent when
 * there is a network.
 */
export function fakeCamera(): Record<string, unknown> {
  return {
    takePhoto: async () => device.taken,
    keepFile: async () => true,
    keptFile: async () => photo,
    putKeptFile: async () =>
      device.isOnline ? { kind: 'reply', status: 200, headers: {}, body: {} } : { kind: 'offline' },
  };
}

/** Draws a part with the program's own query client, which the test hands in after it mocked the platform. */
export function show(part: ReactNode, client: Parameters<typeof QueryClientProvider>[0]['client']) {
  return render(<QueryClientProvider client={client}>{part}</QueryClientProvider>);
}

/** Presses the button of this name. */
export const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

/** Presses it twice, as quickly as a thumb does: the second time whatever it says by then. */
export function pressTwice(name: string | RegExp): void {
  const button = screen.getByRole('button', { name });
  fireEvent.click(button);
  fireEvent.click(button);
}

/** Types into the field of this name, as both targets tell of it. */
export const type = (name: string | RegExp, words: string) =>
  fireEvent.input(screen.getByLabelText(name), { target: { value: words }, detail: { value: words } });

/** Chooses the answer of this name. */
export const choose = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }));
