/** What the parts do on the device: nothing happens, and each call is remembered. */
export const platform = {
  callPhone: jest.fn(),
  goBack: jest.fn(),
  openPage: jest.fn(),
  replacePage: jest.fn(),
  setPageTitle: jest.fn(),
  writeStored: jest.fn(() => true),
};

/** The question of WeChat: who answers it, while it waits, and how the page is told of it. */
export const privacy: { waiting?: (agreed: boolean) => void; tell: () => void } = { tell: () => undefined };

/**
 * What stands in for `@/platform`.
 * @example jest.mock('@/platform', () => jest.requireActual('./ui-platform.fixture').uiPlatform());
 */
export function uiPlatform(): Record<string, unknown> {
  return {
    ...platform,
    fontScale: () => 1,
    onEscape: (run: () => void) => {
      window.addEventListener('keydown', run);
      return () => window.removeEventListener('keydown', run);
    },
    onPrivacyQuestion: (tell: () => void) => {
      privacy.tell = tell;
      return () => undefined;
    },
    privacyButton: 'privacy-agree',
    readStored: () => undefined,
    titleBarInsets: () => ({ top: 0, right: 0 }),
    waitingPrivacyQuestion: () => privacy.waiting,
  };
}
