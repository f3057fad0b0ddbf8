import { useSettings } from '@/state/settings';
import { type Bundle, type Language, type Reader, readerOf } from './define';

export { type Bundle, defineText, type Language, languages, type Reader, readerOf, wordOr } from './define';

/**
 * The words of a feature in the chosen language: `const t = useText(ordersText); t('arrivesAt', { time })`.
 * A feature's words live in `text/<feature>.ts` and travel with the pages that use them.
 */
export function useText<Zh extends Record<string, string>>(bundle: Bundle<Zh>): Reader<Zh> {
  return readerOf(bundle, useLanguage());
}

/** The chosen language. */
export function useLanguage(): Language {
  return useSettings((settings) => settings.language);
}
