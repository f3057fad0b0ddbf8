import { create } from 'zustand';
import { fontScale, readStored, writeStored } from '@/platform';
import type { Language } from '@/text/define';

/** `follow` means: as WeChat or the browser is set. */
export type TextSize = 'follow' | 'normal' | 'large';
export type Theme = 'follow' | 'light' | 'dark';

type Choices = { readonly language: Language; readonly textSize: TextSize; readonly theme: Theme };

type Settings = Choices & {
  readonly chooseLanguage: (language: Language) => void;
  readonly chooseTextSize: (textSize: TextSize) => void;
  readonly chooseTheme: (theme: Theme) => void;
};

const storageKey = 'settings';
const unset: Choices = { language: 'zh', textSize: 'follow', theme: 'follow' };

/** From one step above ordinary text on, the large layout serves better than stretched letters. */
const largeFromScale = 1.15;

function oneOf<const T extends string>(allowed: readonly T[], value: unknown, otherwise: T): T {
  return allowed.find((choice) => choice === value) ?? otherwise;
}

function parseChoices(stored: unknown): Choices | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { language, textSize, theme }: Record<string, unknown> = { ...stored };
  return {
    language: oneOf(['zh', 'en'], language, unset.language),
    textSize: oneOf(['follow', 'normal', 'large'], textSize, unset.textSize),
    theme: oneOf(['follow', 'light', 'dark'], theme, unset.theme),
  };
}

/** Language, text size and theme of this device; every change is kept on it. */
export const useSettings = create<Settings>()((set, get) => {
  const choose = (change: Partial<Choices>) => {
    set(change);
    const { language, textSize, theme } = get();
    writeStored(storageKey, { language, textSize, theme });
  };
  return {
    ...unset,
    ...readStored(storageKey, parseChoices),
    chooseLanguage: (language) => choose({ language }),
    chooseTextSize: (textSize) => choose({ textSize }),
    chooseTheme: (theme) => choose({ theme }),
  };
});

/** Whether screens lay themselves out in large type: one column, 1.3-1.6 times. */
export function useIsLarge(): boolean {
  const textSize = useSettings((settings) => settings.textSize);
  return textSize === 'follow' ? fontScale() >= largeFromScale : textSize === 'large';
}
